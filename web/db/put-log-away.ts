/** Opened and deleted again, to no other purpose. */
const SCRATCH = "bpm-field-scratch";
/** Whoever else is at it is done by then. */
const PATIENCE_MS = 2000;

/**
 * Has Chromium put its log of writes away before anything is written [O16]. A kill in the middle of a
 * write leaves the log torn. The next opening reads up to there and goes on writing behind it, and
 * the one after that finds the log damaged and throws away every database of the app. Deleting a
 * database, however small, makes Chromium begin a new log. Where that cannot be done, the app goes on
 * all the same.
 */
export async function putLogAway(): Promise<void> {
  const done = makeAndDelete().catch(() => {});
  await Promise.race([done, new Promise((wake) => setTimeout(wake, PATIENCE_MS))]);
}

async function makeAndDelete(): Promise<void> {
  const scratch = await ended(indexedDB.open(SCRATCH));
  scratch.close();
  await ended(indexedDB.deleteDatabase(SCRATCH));
}

function ended<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
