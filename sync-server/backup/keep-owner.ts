import { chown, readdir, stat } from "node:fs/promises";
import path from "node:path";

const ROOT_USER = 0;

/** What the administrator puts into a folder belongs to whoever owns the folder: the server. */
export async function keepOwner(folder: string): Promise<void> {
  if (process.getuid?.() !== ROOT_USER) return;
  const { uid, gid } = await stat(folder);
  for (const name of await readdir(folder, { recursive: true })) {
    await chown(path.join(folder, name), uid, gid);
  }
}
