import { ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { type DraftKey, discardDraft, isUntouched, startDraft } from "./drafts.ts";
import { filedTables, letGoOfFiles } from "./let-go-of-files.ts";
import { takeBack } from "./outbox.ts";
import { readRow } from "./read-row.ts";
import type { DraftRow, FileRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { durably } from "./storage-error.ts";
import { type SubmitError, submitDraft, submitRemoval } from "./submit-draft.ts";

/** A removed area record, whole, so that it can be put back. */
export type RemovedRecord = {
  /** Its edit in progress, or one nobody had begun. */
  draft: DraftRow;
  files: FileRow[];
  /** The removal on its way to the province; absent where the record was on this tablet only. */
  mutationId?: string;
};

export type RemoveError = SubmitError | { kind: "no-assignment" };

/**
 * Removes an area record: one that was never submitted with its draft, any other by a mutation that
 * says so, as durable as every submission (O2).
 *
 * @returns what `putBackRecord` needs
 */
export async function removeRecord(
  db: AppDb,
  record: DraftKey & { assignmentId: string },
  now: Instant,
): Promise<Result<RemovedRecord, RemoveError>> {
  const started = await startDraft(db, { ...record, kind: "area", now });
  if (!started.ok) return started;
  const draft = started.value;
  const files = await durably(db, async () => ok(await filesOf(db, draft)));
  if (!files.ok) return files;
  const removed = { draft, files: files.value };
  // Nowhere but here, or removed already.
  const isHereOnly = draft.base.body === null;
  const gone = isHereOnly ? await discardDraft(db, record) : await submitRemoval(db, record, now);
  if (!gone.ok) return gone;
  await durably(db, () =>
    db.transaction("rw", filedTables(db), async () =>
      ok(await letGoOfFiles(db, draft.attachments)),
    ),
  );
  return ok(gone.value ? { ...removed, mutationId: gone.value } : removed);
}

/**
 * Undoes `removeRecord`. A removal that has not left is recalled; after one that has, the record is
 * submitted anew as it was. What was being typed is a draft again.
 */
export async function putBackRecord(
  db: AppDb,
  { draft, files, mutationId }: RemovedRecord,
  now: Instant,
): Promise<Result<void, RemoveError>> {
  const hasLeft = mutationId !== undefined && !(await takeBack(db, mutationId, now)).ok;
  if (hasLeft) {
    const again = await submitAgain(db, draft, now);
    if (!again.ok) return again;
  }
  if (isUntouched(draft)) return ok(undefined);
  const kept = await durably(db, async () => ok(await db.files.bulkPut(files)));
  if (!kept.ok) return kept;
  if (!hasLeft) return durably(db, async () => ok(void (await db.drafts.put(draft))));
  const { body, typed, attachments } = draft;
  const edit = await startDraft(db, { ...draft, now, begin: { body, typed, attachments } });
  return edit.ok ? ok(undefined) : edit;
}

/** On top of the removal: what the record said before it. */
async function submitAgain(db: AppDb, draft: DraftRow, now: Instant) {
  const again = await startDraft(db, { ...draft, now, begin: { body: draft.base.body } });
  return again.ok ? submitDraft(db, draft, now) : again;
}

/** Its photos: nothing else on the tablet may name them once the draft is gone. */
async function filesOf(db: AppDb, { attachments }: DraftRow): Promise<FileRow[]> {
  const files: FileRow[] = [];
  for (const { sha256 } of attachments) {
    const file = await readRow(db, db.files, sha256);
    if (file.ok && file.value) files.push(file.value);
  }
  return files;
}
