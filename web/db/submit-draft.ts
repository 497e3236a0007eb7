import { hashedText, type Mutation } from "../../shared/push.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { same } from "../../shared/same.ts";
import type { Instant, Sha256 } from "../../shared/scalars.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import { checkSubmission, type FieldProblem } from "../../shared/submission-rules.ts";
import { attachmentsOf, versionUnder } from "./content.ts";
import type { DraftKey, NoDraft } from "./drafts.ts";
import { hasFile } from "./has-file.ts";
import type { DraftRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { sha256Of } from "./sha256.ts";
import { durably, type StorageError } from "./storage-error.ts";

export type SubmitError =
  | StorageError
  | NoDraft
  /** The fields that keep it from being sent; the draft stays put. */
  | { kind: "invalid"; fields: FieldProblem[] }
  /** Bytes of an attachment are neither on this tablet nor with the server. */
  | { kind: "file-missing"; sha256: Sha256 };

/**
 * Moves a draft into the outbox, in one transaction [O2], sealed by its hash.
 *
 * @returns the mutation id, for following it to its receipt
 */
export function submitDraft(
  db: AppDb,
  key: DraftKey,
  now: Instant,
): Promise<Result<string, SubmitError>> {
  return submit(db, key, now, (draft) => draft);
}

/**
 * Submits in place of what a draft says that its record is removed; what was typed into the draft
 * goes with it. Only an area record can be removed.
 *
 * @returns the mutation id
 */
export function submitRemoval(
  db: AppDb,
  key: DraftKey,
  now: Instant,
): Promise<Result<string, SubmitError>> {
  return submit(db, key, now, ({ base }) => ({
    body: null,
    typed: {},
    attachments: base.attachments,
  }));
}

type Said = Pick<DraftRow, "body" | "typed" | "attachments">;

async function submit(
  db: AppDb,
  key: DraftKey,
  now: Instant,
  saidBy: (draft: DraftRow) => Said,
): Promise<Result<string, SubmitError>> {
  const read = await durably(db, async () => ok(await readDraft(db, key)));
  if (!read.ok) return read;
  if (read.value === undefined) return err({ kind: "no-draft" });
  const { draft, assignment } = read.value;
  const said = saidBy(draft);
  const unread = Object.keys(said.typed).map((path) => ({ path, code: "malformed" as const }));
  if (unread.length > 0) return err({ kind: "invalid", fields: unread });
  const checked = checkSubmission(draft.kind, said, assignment);
  if (!checked.ok) return err({ kind: "invalid", fields: checked.error });

  // Hashing ends an IndexedDB transaction, so it comes first, and the move looks at the draft again.
  const mutation = await seal(draft, checked.value, now);
  const moved = await durably(db, () => move(db, draft, mutation));
  if (!moved.ok) return moved;
  return moved.value === "changed" ? submit(db, key, now, saidBy) : ok(mutation.mutationId);
}

async function readDraft(db: AppDb, { authorId, submissionId }: DraftKey) {
  const draft = await db.drafts.get([authorId, submissionId]);
  if (!draft) return undefined;
  const mirrored = await db.assignments.where("id").equals(draft.assignmentId).first();
  return { draft, assignment: mirrored ?? draft.assignment };
}

async function seal(draft: DraftRow, content: SubmissionContent, now: Instant): Promise<Mutation> {
  const { kind, submissionId, assignmentId, baseMutationId, authorId } = draft;
  const unsealed: Omit<Mutation, "hash"> = {
    mutationId: crypto.randomUUID(),
    kind,
    submissionId,
    assignmentId,
    ...versionUnder(draft),
    ...(baseMutationId ? { baseMutationId } : {}),
    body: content.body,
    attachments: content.attachments,
    authorId,
    madeAt: now,
  };
  return { ...unsealed, hash: await sha256Of(hashedText(unsealed)) };
}

function move(db: AppDb, draft: DraftRow, mutation: Mutation) {
  const { mutationId, submissionId, assignmentId, authorId, madeAt } = mutation;
  return db.transaction("rw", db.drafts, db.outbox, db.settled, db.files, async () => {
    const again = await db.drafts.get([authorId, submissionId]);
    if (!again) return err({ kind: "no-draft" as const });
    if (!same(again, draft)) return ok("changed" as const);
    const elsewhere = new Set(draft.base.attachments.map(({ sha256 }) => sha256));
    for (const { sha256 } of attachmentsOf(mutation)) {
      if (elsewhere.has(sha256) || (await hasFile(db, sha256))) continue;
      return err({ kind: "file-missing" as const, sha256 });
    }
    await db.outbox.add({
      mutationId,
      submissionId,
      assignmentId,
      authorId,
      assignment: draft.assignment,
      mutation,
      base: draft.base,
      ...(draft.answers ? { answers: draft.answers } : {}),
      queuedAt: madeAt,
      sentOnce: false,
      state: "ready",
    });
    await db.drafts.delete([authorId, submissionId]);
    if (draft.answers) await db.settled.update(draft.answers, { needsCare: 0 });
    return ok("moved" as const);
  });
}
