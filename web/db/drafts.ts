import { emptyArea } from "../../shared/area-record.ts";
import type { Assignment } from "../../shared/assignment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { nothing } from "../../shared/merge.ts";
import { emptyReport } from "../../shared/report.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { same } from "../../shared/same.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { SubmissionContent, SubmissionKind } from "../../shared/submission.ts";
import { contentOf, versionUnder } from "./content.ts";
import type { DraftRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";
import { newestMirrored } from "./submissions.ts";

/** Whose draft of which submission. */
export type DraftKey = { authorId: string; submissionId: string };

/** Already submitted or discarded, perhaps in another window. */
export type NoDraft = { kind: "no-draft" };

export type DraftToStart = DraftKey & {
  kind: SubmissionKind;
  assignmentId: string;
  /** What a new draft begins with, in place of what it is made from: a copy, a pasted row. */
  begin?: Partial<Pick<DraftRow, "body" | "typed" | "attachments">>;
  now: Instant;
};

/**
 * Opens a person's draft of a submission: the one there is, else one made from the newest mutation
 * still in the outbox, else from what the server confirmed, else an empty one.
 */
export async function startDraft(
  db: AppDb,
  wanted: DraftToStart,
): Promise<Result<DraftRow, StorageError | { kind: "no-assignment" }>> {
  const { authorId, submissionId, kind, assignmentId, now } = wanted;
  return durably(db, () =>
    db.transaction("rw", startingTables(db), async () => {
      const existing = await db.drafts.get([authorId, submissionId]);
      if (existing) return ok(existing);
      const assignment = await db.assignments.where("id").equals(assignmentId).first();
      if (!assignment) return err({ kind: "no-assignment" });
      const row: DraftRow = {
        authorId,
        submissionId,
        kind,
        assignmentId,
        assignment: withoutUnit(assignment),
        ...(await startingPoint(db, submissionId, kind)),
        typed: {},
        place: "",
        revision: 0,
        updatedAt: now,
        ...wanted.begin,
      };
      await db.drafts.put(row);
      return ok(row);
    }),
  );
}

/** What `startDraft` reads and writes, for a transaction that starts several. */
export function startingTables(db: AppDb) {
  return [db.drafts, db.outbox, db.submissions, db.assignments, db.cursors];
}

/** What an edit of the form says; `revision` is the one it was made on. */
export type DraftEdit = {
  body: Json;
  typed: Record<string, string>;
  place: string;
  revision: number;
  now: Instant;
};

/**
 * Saves the form, whole, and resolves only once that is durable (O1). Never brings back a draft
 * that was submitted meanwhile, and never overwrites the edit of another window.
 *
 * @returns the revision to save the next edit on
 */
export async function saveDraft(
  db: AppDb,
  key: DraftKey,
  edit: DraftEdit,
): Promise<
  Result<number, StorageError | NoDraft | { kind: "changed-elsewhere"; draft: DraftRow }>
> {
  return durably(db, () =>
    db.transaction("rw", db.drafts, async ({ idbtrans }) => {
      const draft = await db.drafts.get([key.authorId, key.submissionId]);
      if (!draft) return err({ kind: "no-draft" });
      if (draft.revision !== edit.revision) return err({ kind: "changed-elsewhere", draft });
      const { body, typed, place, now } = edit;
      const revision = draft.revision + 1;
      const putting = db.drafts.put({ ...draft, body, typed, place, revision, updatedAt: now });
      // The last request: the browser need not wait for its answer to see that no other follows.
      idbtrans.commit();
      await putting;
      return ok(revision);
    }),
  );
}

/** A person's drafts on this tablet. */
export function draftsOf(db: AppDb, authorId: string): Promise<DraftRow[]> {
  return db.drafts.where(":id").between([authorId], [authorId, []]).toArray();
}

/** Throws an edit away, because the person said so. Safe to repeat. */
export async function discardDraft(
  db: AppDb,
  { authorId, submissionId }: DraftKey,
): Promise<Result<void, StorageError>> {
  return durably(db, async () => ok(await db.drafts.delete([authorId, submissionId])));
}

/** Whether a draft says nothing yet that its base does not: the form was only looked at. */
export function isUntouched(draft: DraftRow): boolean {
  const { answers, attachments, base, body, kind, typed } = draft;
  return (
    answers === undefined &&
    Object.keys(typed).length === 0 &&
    same(attachments, base.attachments) &&
    same(body, bodyToStartFrom(base, kind))
  );
}

/** Takes away the draft that was made by looking at a form. One that says something stays. */
export async function discardIfUntouched(
  db: AppDb,
  { authorId, submissionId }: DraftKey,
): Promise<Result<void, StorageError>> {
  return durably(db, () =>
    db.transaction("rw", db.drafts, async () => {
      const draft = await db.drafts.get([authorId, submissionId]);
      if (draft && isUntouched(draft)) await db.drafts.delete([authorId, submissionId]);
      return ok(undefined);
    }),
  );
}

async function startingPoint(db: AppDb, submissionId: string, kind: SubmissionKind) {
  const queued = await db.outbox.where("submissionId").equals(submissionId).last();
  if (queued) {
    const { mutationId } = queued.mutation;
    const base = contentOf(queued.mutation);
    return { ...versionUnder(queued.mutation), baseMutationId: mutationId, ...editOf(base, kind) };
  }
  const confirmed = await newestMirrored(db, submissionId);
  if (!confirmed) return { baseVersion: 0, ...editOf(nothing, kind) };
  const { unit, version, body, attachments } = confirmed;
  const epoch = (await db.cursors.get(unit))?.epoch;
  const numbered = { baseVersion: version, ...(epoch ? { baseEpoch: epoch } : {}) };
  return { ...numbered, ...editOf({ body, attachments }, kind) };
}

function editOf(base: SubmissionContent, kind: SubmissionKind) {
  return { base, body: bodyToStartFrom(base, kind), attachments: base.attachments };
}

function bodyToStartFrom(base: SubmissionContent, kind: SubmissionKind): Json {
  return base.body ?? (kind === "report" ? emptyReport : emptyArea);
}

function withoutUnit({ unit: _, ...assignment }: Assignment & { unit: string }): Assignment {
  return assignment;
}
