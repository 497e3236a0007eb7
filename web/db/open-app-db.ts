import { err, ok, type Result } from "../../shared/result.ts";
import { APP_DB_NAME } from "./app-db-name.ts";
import { putLogAway } from "./put-log-away.ts";
import { AppDb, SCHEMA_VERSION } from "./schema.ts";
import { type StorageError, storageError } from "./storage-error.ts";

/** Dexie's version n is IndexedDB's 10 n. */
const DEXIE_STEP = 10;
const OPEN_TIMEOUT_MS = 10_000;

export type OpenError =
  | StorageError
  /** Another window holds an older version open; it has to be closed first. */
  | { kind: "blocked" }
  | { kind: "timeout" };

export type OpenOptions = {
  name?: string;
  timeoutMs?: number;
  /** A newer version takes over: save what is being typed, and say so; the database closes after it. */
  onOutdated?: () => void | Promise<void>;
  /** Another window is in the way of this one; opening goes on once it is closed. */
  onBlocked?: () => void;
};

/**
 * Opens the tablet's database. Safe to call again after an error.
 *
 * A window of an older version gives way and from then on refuses to write: Dexie would reopen the
 * upgraded database with the old code at its next write.
 */
export async function openAppDb(options: OpenOptions = {}): Promise<Result<AppDb, OpenError>> {
  const { name = APP_DB_NAME, timeoutMs = OPEN_TIMEOUT_MS } = options;
  const db = new AppDb(name);
  let isBlocked = false;
  db.on("blocked", () => {
    isBlocked = true;
    options.onBlocked?.();
  });
  db.on("versionchange", () => {
    void giveWay(db, options.onOutdated);
    return false;
  });
  // At each opening: a connection that was lost in the background hears of no newer version.
  db.on("ready", () => refuseNewer(db, options.onOutdated), true);

  const timeout = new Promise<"timeout">((resolve) => {
    setTimeout(() => resolve("timeout"), timeoutMs);
  });
  try {
    await putLogAway();
    if ((await Promise.race([db.open(), timeout])) !== "timeout") return ok(db);
  } catch (error) {
    const problem = storageError(error);
    if (problem === undefined) throw error;
    return err(problem);
  }
  db.close();
  return err({ kind: isBlocked ? "blocked" : "timeout" });
}

/** Dexie opens a database of a newer version as it is, and would write old rows into it. */
function refuseNewer(db: AppDb, onOutdated: OpenOptions["onOutdated"]): void {
  if (db.backendDB().version < (SCHEMA_VERSION + 1) * DEXIE_STEP) return;
  db.isOutdated = true;
  void onOutdated?.();
  throw new DOMException("", "VersionError");
}

async function giveWay(db: AppDb, onOutdated: OpenOptions["onOutdated"]): Promise<void> {
  try {
    await onOutdated?.();
  } finally {
    db.isOutdated = true;
    db.close();
  }
}
