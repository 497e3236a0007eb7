import { link, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { syncPath } from "./sync-path.ts";

/** Files by their SHA-256: `<folder>/<first two digits>/<hash>`. Only whole, verified files get here. */
export type FileFolder = {
  /** Makes a verified file durable under its hash, beside the path it has; safe to repeat. */
  take(verifiedPath: string, sha256: string): Promise<void>;
  read(sha256: string): Promise<Buffer>;
};

export function createFileFolder(folder: string): FileFolder {
  const pathOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    take: async (verifiedPath, sha256) => {
      await syncPath(verifiedPath);
      const target = pathOf(sha256);
      await mkdir(path.dirname(target), { recursive: true });
      // A second name, not a move: the upload endpoint still needs the first until it has answered.
      await link(verifiedPath, target).catch(unlessThere);
      await syncPath(path.dirname(target));
      await syncPath(folder);
    },
    read: (sha256) => readFile(pathOf(sha256)),
  };
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}
