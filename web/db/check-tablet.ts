import { ok, type Result } from "../../shared/result.ts";
import type { Instant, Sha256 } from "../../shared/scalars.ts";
import { checkFiles } from "./check-files.ts";
import { orphanFiles } from "./orphan-files.ts";
import { readWork, type UnreadableRow } from "./read-work.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";

/** What is wrong on this tablet, beside files, which are named where they are needed. */
export type Findings = {
  /** Unsent work that the app cannot use. It stays where it is. */
  unreadable: readonly UnreadableRow[];
  /** Files that nothing names, and that may be the only copies. */
  orphans: readonly Sha256[];
};

export const NO_FINDINGS: Findings = { unreadable: [], orphans: [] };

export function countFindings({ unreadable, orphans }: Findings): number {
  return unreadable.length + orphans.length;
}

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
    await dropStrayUploads(db);
    await rest();
    return ok({ unreadable, orphans: await orphanFiles(db, present) });
  });
}

/**
 * Forgets that a file was sent where neither the file nor what it belonged to is here any more: such
 * a row says nothing to anyone. Any other upload stays, for it goes on or is named by itself.
 */
async function dropStrayUploads(db: AppDb): Promise<void> {
  const { uploads, files, outbox, settled, drafts, submissions } = db;
  await db.transaction("rw", [uploads, files, outbox, settled, drafts, submissions], async () => {
    const here = new Set(await files.toCollection().primaryKeys());
    // By their keys, which costs little however much there is.
    const owners = new Set<unknown>([
      ...(await outbox.orderBy("submissionId").uniqueKeys()),
      ...(await settled.orderBy("submissionId").uniqueKeys()),
      ...(await submissions.orderBy("id").uniqueKeys()),
      ...(await drafts.toCollection().primaryKeys()).map(([, submissionId]) => submissionId),
    ]);
    await uploads
      .where("state")
      .equals("done")
      .filter(({ submissionId, sha256 }) => !here.has(sha256) && !owners.has(submissionId))
      .delete();
  });
}
