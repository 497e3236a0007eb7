import { err, ok, type Result } from "../../shared/result.ts";
import { APP_DB_NAME } from "../db/app-db-name.ts";

const OPEN_TIMEOUT_MS = 10_000;

export type RawOpenError =
  /** This browser has no database of the app. */
  | { kind: "no-database" }
  /** Another window is in the way, or the browser does not answer. */
  | { kind: "timeout" }
  | { kind: "not-opening" };

/**
 * Opens the app's database as it is, of whatever version, without the app. Never makes one, never
 * upgrades one, and gives way to a window that does.
 */
export function openRawDatabase(
  name = APP_DB_NAME,
  timeoutMs = OPEN_TIMEOUT_MS,
): Promise<Result<IDBDatabase, RawOpenError>> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    let isNew = false;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(err({ kind: "timeout" }));
    }, timeoutMs);
    request.onupgradeneeded = () => {
      // Asked for without a version, only a database that did not exist is "upgraded".
      isNew = true;
      request.transaction?.abort();
    };
    request.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      resolve(err({ kind: isNew ? "no-database" : "not-opening" }));
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const database = request.result;
      if (isLate) return database.close();
      database.onversionchange = () => database.close();
      resolve(ok(database));
    };
  });
}
