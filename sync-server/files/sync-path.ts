import { open } from "node:fs/promises";

/** Only what was synced survives a power cut: a file's bytes, and a folder's list of names. */
export async function syncPath(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
