import path from "node:path";
import Database from "better-sqlite3";

const LOCK_FILE = "in-use.lock";

export type FolderLock = { release(): void };

/**
 * Takes a folder for this process alone. The system itself lets go of it when the process ends,
 * however it ends, so that no lock is ever left over.
 *
 * @param waitMs how long whoever has it may take to finish
 * @returns undefined when another process has it
 */
export function lockFolder(folder: string, waitMs: number): FolderLock | undefined {
  const lock = new Database(path.join(folder, LOCK_FILE), { timeout: waitMs });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY") return undefined;
    throw error;
  }
  return { release: () => lock.close() };
}

/** Whether an entry of a folder is only its lock. */
export function isLockFile(name: string): boolean {
  return name.startsWith(LOCK_FILE);
}
