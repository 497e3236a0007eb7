import { err, type Result } from "../../shared/result.ts";
import type { AppDb } from "./schema.ts";

export type StorageError =
  /** The disk or the quota is full; everything stored before is still there. */
  | { kind: "storage-full" }
  /** The browser dropped the connection, and dropped it again after reopening. */
  | { kind: "storage-lost" }
  /** A newer version of the app has taken the database over: this window only reads until reloaded. */
  | { kind: "app-outdated" };

type StorageFailure = { ok: false; error: StorageError };

/**
 * Sorts an error of IndexedDB by its name and its inner error's name, never by its text: a full
 * disk also says "aborted".
 *
 * @returns undefined for what is not the storage's doing, a bug
 */
export function storageError(error: unknown): StorageError | undefined {
  const names = errorNames(error);
  if (names.includes("QuotaExceededError")) return { kind: "storage-full" };
  if (names.includes("VersionError") || names.includes("VersionChangeError")) {
    return { kind: "app-outdated" };
  }
  return names.some((name) => LOST.has(name)) ? { kind: "storage-lost" } : undefined;
}

/**
 * Runs a piece of storage work that may be run again, and reopens the database once where the
 * connection was lost in the background. Resolves only after the work's transactions completed (O1).
 */
export async function durably<R extends Result<unknown, unknown>>(
  db: AppDb,
  work: () => PromiseLike<R>,
): Promise<R | StorageFailure> {
  const first = await attempt(db, work);
  if (!("lost" in first)) return first;
  const second = await attempt(db, async () => {
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  });
  return "lost" in second ? failure("storage-lost") : second;
}

const LOST = new Set([
  "AbortError",
  "DatabaseClosedError",
  "InvalidStateError",
  "TimeoutError",
  "TransactionInactiveError",
  "UnknownError",
]);

async function attempt<R extends Result<unknown, unknown>>(
  db: AppDb,
  work: () => PromiseLike<R>,
): Promise<R | StorageFailure | { lost: true }> {
  if (db.isOutdated) return failure("app-outdated");
  try {
    return await work();
  } catch (error) {
    const problem = storageError(error);
    if (problem === undefined) throw error;
    if (db.isOutdated) return failure("app-outdated");
    return problem.kind === "storage-lost" ? { lost: true } : failure(problem.kind);
  }
}

function failure(kind: StorageError["kind"]): StorageFailure {
  return err({ kind });
}

function errorNames(error: unknown): string[] {
  const names: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 4; depth += 1) {
    names.push(at.name);
    at = "inner" in at ? at.inner : at.cause;
  }
  return names;
}
