import type { Json } from "../../shared/canonical-json.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { startDraft, startingTables } from "./drafts.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";
import { type SubmitError, submitDraft } from "./submit-draft.ts";

type NewRecords = { authorId: string; assignmentId: string; bodies: readonly Json[]; now: Instant };

/**
 * Submits several new area records. All of them are drafts, durable in one transaction, before the
 * first is submitted: whatever happens then, each is in the outbox or still a draft.
 *
 * @returns how many are in the outbox, or why one was not taken
 */
export async function submitRecords(
  db: AppDb,
  { authorId, assignmentId, bodies, now }: NewRecords,
): Promise<Result<number, SubmitError | { kind: "no-assignment" }>> {
  const records = bodies.map((body) => ({
    authorId,
    submissionId: crypto.randomUUID(),
    assignmentId,
    kind: "area" as const,
    begin: { body },
    now,
  }));
  const started = await durably<Result<void, StorageError | { kind: "no-assignment" }>>(db, () =>
    db.transaction("rw", startingTables(db), async () => {
      for (const record of records) {
        const draft = await startDraft(db, record);
        if (!draft.ok) return draft;
      }
      return ok(undefined);
    }),
  );
  if (!started.ok) return started;
  for (const record of records) {
    const submitted = await submitDraft(db, record, now);
    if (!submitted.ok) return submitted;
  }
  return ok(records.length);
}
