import { constants, copyFile, link, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { syncPath } from "../files/sync-path.ts";

/** Copies a file, made durable; its folder's list of names is not, see `syncTree`. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  // Shares the blocks where the file system can: the copy changes alone, and costs nothing.
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await syncPath(to);
}

/** Gives a file a second name. @returns false where the file system cannot, or there is no such file */
export async function linkIfPossible(from: string, to: string): Promise<boolean> {
  await mkdir(path.dirname(to), { recursive: true });
  return link(from, to).then(
    () => true,
    () => false,
  );
}

/** Makes the names in a folder and in all folders below it durable. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncTree(path.join(folder, entry.name));
  }
  await syncPath(folder);
}
