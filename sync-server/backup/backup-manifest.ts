import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { err, ok, type Result } from "../../shared/result.ts";
import { Epoch, Instant, Seq, Sha256 } from "../../shared/scalars.ts";

export const DATABASE = "bpm.sqlite";
const MANIFEST = "backup.json";

/** Where what a database names lies beside it, in the data folder as in a backup. */
export const FILE_FOLDERS = ["files", "kept-aside"] as const;
export type FileFolderName = (typeof FILE_FOLDERS)[number];

export function pathInFolder(folder: FileFolderName, sha256: string): string {
  return path.join(folder, sha256.slice(0, 2), sha256);
}

/** Entries of a data folder that are no database and named by none: the demo's passwords. */
export const BESIDE = ["demo-accounts.json"] as const;

/** What a backup says of itself; it is there only when all the rest of the backup is. */
export const BackupManifest = z.object({
  format: z.literal(1),
  madeAt: Instant,
  epoch: Epoch,
  headSeq: Seq,
  database: z.object({ sha256: Sha256, sizeBytes: z.int() }),
  files: z.array(z.object({ path: z.string(), sha256: Sha256 })),
  /** Paths of files that the server itself had lost or damaged when the backup was made. */
  damaged: z.array(z.string()),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
export type BackedUpFile = BackupManifest["files"][number];

export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  await writeFile(path.join(folder, MANIFEST), JSON.stringify(manifest), { flush: true });
}

export async function readManifest(folder: string): Promise<Result<BackupManifest, string>> {
  const text = await readFile(path.join(folder, MANIFEST), "utf8").catch(() => undefined);
  if (text === undefined) return err(`${folder} holds no backup.`);
  const parsed = BackupManifest.safeParse(asJson(text));
  return parsed.success ? ok(parsed.data) : err(`The backup ${folder} cannot be read.`);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
