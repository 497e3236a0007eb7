import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { PastedTextRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";

/** Whose table it is, and for which assignment. */
export type PastedTextKey = Pick<PastedTextRow, "authorId" | "assignmentId">;

/** The table a person pasted and did not take over yet, exactly as it stands; empty where there is none. */
export async function readPastedText(
  db: AppDb,
  key: PastedTextKey,
  now: Instant,
): Promise<Result<PastedTextRow, StorageError>> {
  return durably(db, async () => {
    const row = await db.pastedTexts.get([key.authorId, key.assignmentId]);
    return ok(row ?? { ...key, text: "", revision: 0, updatedAt: now });
  });
}

/**
 * Saves the table; none at all takes the row away.
 *
 * @returns its new revision, or what another window made of it meanwhile
 */
export async function savePastedText(
  db: AppDb,
  { authorId, assignmentId }: PastedTextKey,
  { text, revision, now }: { text: string; revision: number; now: Instant },
): Promise<Result<number, StorageError | { kind: "changed-elsewhere"; row: PastedTextRow }>> {
  return durably(db, () =>
    db.transaction("rw", db.pastedTexts, async () => {
      const row = await db.pastedTexts.get([authorId, assignmentId]);
      if (row && row.revision !== revision) return err({ kind: "changed-elsewhere", row });
      if (text === "") {
        await db.pastedTexts.delete([authorId, assignmentId]);
        return ok(0);
      }
      const next = revision + 1;
      await db.pastedTexts.put({ authorId, assignmentId, text, revision: next, updatedAt: now });
      return ok(next);
    }),
  );
}
