import { ok, type Result } from "../../shared/result.ts";
import type { Sha256 } from "../../shared/scalars.ts";
import { filedTables, unnamedFiles } from "./let-go-of-files.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";

/**
 * Files of which this tablet has the bytes and nothing names: what named them is gone or cannot be
 * read, and no server has confirmed them, so that the bytes may be the only ones there are.
 *
 * @param among those that were here a while ago: one that is being attached is named by now
 */
export async function orphanFiles(db: AppDb, among: readonly Sha256[]): Promise<Sha256[]> {
  return db.transaction("r", filedTables(db), async () => {
    const here = new Set(await db.files.toCollection().primaryKeys());
    return unnamedFiles(
      db,
      among.filter((sha256) => here.has(sha256)),
    );
  });
}

/** Removes orphans, because the person said so; one that is named again by now stays. */
export function dropOrphans(
  db: AppDb,
  hashes: readonly Sha256[],
): Promise<Result<void, StorageError>> {
  return durably(db, () =>
    db.transaction("rw", filedTables(db), async () => {
      await db.files.bulkDelete(await orphanFiles(db, hashes));
      return ok(undefined);
    }),
  );
}
