import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Epoch, Instant } from "../../shared/scalars.ts";
import { contentOf, versionUnder } from "./content.ts";
import type { DraftRow, SettledRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";

/** The conflicts and held mutations nobody has dealt with, the oldest first. */
export async function needingCare(db: AppDb): Promise<SettledRow[]> {
  return db.settled.where("needsCare").equals(1).sortBy("order");
}

export type AnswerError =
  | StorageError
  | { kind: "not-found" }
  /** Its author is editing this submission already. */
  | { kind: "draft-exists"; draft: DraftRow };

/**
 * Starts the draft that answers a conflict or a held mutation. It is based on what the server has
 * now (conflict) or on what the refused one was based on (held); submitting it marks that one as
 * handled.
 *
 * @param chosen for a conflict, what the person picked field by field; else the refused content
 */
export async function answerInDraft(
  db: AppDb,
  mutationId: string,
  { chosen, now }: { chosen?: { body: Json; attachments: Attachment[] }; now: Instant },
): Promise<Result<DraftRow, AnswerError>> {
  return durably(db, () =>
    db.transaction("rw", db.settled, db.drafts, async () => {
      const row = await db.settled.get(mutationId);
      if (!row) return err({ kind: "not-found" });
      const { authorId, submissionId } = row;
      const draft = await db.drafts.get([authorId, submissionId]);
      if (draft) return err({ kind: "draft-exists", draft });
      const answer = answerTo(row, chosen ?? contentOf(row.mutation), now);
      await db.drafts.add(answer);
      return ok(answer);
    }),
  );
}

/** The person leaves it at what the server has; the server keeps its copy of this one anyway. */
export async function markHandled(
  db: AppDb,
  mutationId: string,
): Promise<Result<void, StorageError>> {
  return durably(db, async () => {
    await db.settled.update(mutationId, { needsCare: 0 });
    return ok(undefined);
  });
}

function answerTo(
  row: SettledRow,
  { body, attachments }: { body: Json; attachments: Attachment[] },
  now: Instant,
): DraftRow {
  const { authorId, submissionId, assignmentId, assignment, mutation, mutationId, receipt } = row;
  return {
    authorId,
    submissionId,
    kind: mutation.kind,
    assignmentId,
    assignment,
    ...(receipt.outcome === "conflict" ? currentBase(receipt, row.epoch) : ownBase(row)),
    body,
    attachments,
    typed: {},
    place: "",
    revision: 0,
    updatedAt: now,
    answers: mutationId,
  };
}

function currentBase(
  { current }: Extract<SettledRow["receipt"], { outcome: "conflict" }>,
  baseEpoch: Epoch,
) {
  const { version, body, attachments } = current;
  return { baseVersion: version, baseEpoch, base: { body, attachments } };
}

function ownBase({ mutation, base }: SettledRow) {
  const { baseMutationId } = mutation;
  return { ...versionUnder(mutation), ...(baseMutationId ? { baseMutationId } : {}), base };
}
