import type { AppDb } from "./schema.ts";
import { changeSettings, readSettings } from "./settings.ts";

/** What this needs of `navigator.storage`; workers have only half of it. */
export type PersistentStorage = { persisted(): Promise<boolean>; persist(): Promise<boolean> };

/**
 * Asks the browser, once, not to evict this database; to be called after the first saved draft,
 * when browsers are most willing. A refusal is asked about again at the next start of the app.
 *
 * @returns whether the storage is persistent
 */
export async function askForPersistence(
  db: AppDb,
  storage: PersistentStorage | undefined,
): Promise<boolean> {
  const { persisted } = await readSettings(db);
  if (persisted) return true;
  const granted = storage ? (await storage.persisted()) || (await storage.persist()) : false;
  await changeSettings(db, { persisted: granted });
  return granted;
}
