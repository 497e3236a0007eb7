import { ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { checkFiles } from "./check-files.ts";
import type { Findings } from "./findings.ts";
import { orphanFiles } from "./orphan-files.ts";
import { readWork } from "./read-work.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";

/**
 * Looks at all that is unsent on this tablet [O15]: whether each row can be read, whether each file
 * is whole, and whether each file belongs to something. Takes nothing away that a person entered.
 * Safe to repeat, and to cut off.
 *
 * @param rest waits between small steps, so that nobody waits for this
 */
export async function checkTablet(
  db: AppDb,
  { rest, now }: { rest: () => Promise<void>; now: Instant },
): Promise<Result<Findings, StorageError>> {
  return durably(db, async () => {
    // Before the rest of it, which takes a while: what is being attached now is named at its end.
    const present = await db.files.toCollection().primaryKeys();
    const { unreadable, work } = await readWork(db, rest);
    await checkFiles(db, { work, rest, now });
    await rest();
    return ok({ unreadable, orphans: await orphanFiles(db, present) });
  });
}
