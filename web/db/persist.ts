import type { AppDb } from "./schema.ts";
import { changeSettings, readSettings } from "./settings.ts";

/** What this needs of `navigator.storage`; workers have only half of it. */
export type PersistentStorage = { persisted(): Promise<boolean>; persist(): Promise<boolean> };

/**
 * Asks the browser not to evict this database, unless it has promised already; to be called after
 * the first saved draft, when browsers are most willing. A promise may be withdrawn by the person.
 *
 * @returns whether the storage is persistent
 */
export async function askForPersistence(
  db: AppDb,
  storage: PersistentStorage | undefined,
): Promise<boolean> {
  const { persisted } = await readSettings(db);
  const granted = storage ? (await storage.persisted()) || (await storage.persist()) : false;
  if (granted !== persisted) await changeSettings(db, { persisted: granted });
  return granted;
}
