import type { SubmissionContent } from "../../shared/submission.ts";
import { answerInDraft } from "../db/care.ts";
import type { SettledRow } from "../db/rows.ts";
import type { StorageError } from "../db/storage-error.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { withRoomForText } from "../db/with-room.ts";
import type { Services } from "../services.ts";

/** Why an answer was not taken; what the person chose stays on the screen. */
export type AnswerProblem = "draft-exists" | StorageError["kind"];

/**
 * What became of an answer. `in-form`: it is a draft now, to be finished in the form. `gone`: another
 * window has dealt with it.
 */
export type Answered = "submitted" | "in-form" | "gone" | AnswerProblem;

/**
 * Answers a conflict or a held report with a draft, and submits it at once where that is wanted and
 * possible. A draft that already answers it is gone on with; another one is never overwritten.
 *
 * @param chosen undefined: what was sent, to be corrected by hand
 */
export async function answer(
  { db, sync, now }: Pick<Services, "db" | "now"> & { sync: Pick<Services["sync"], "wake"> },
  row: SettledRow,
  { chosen, submit }: { chosen?: SubmissionContent; submit: boolean },
): Promise<Answered> {
  const { mutationId, authorId, submissionId } = row;
  const started = await withRoomForText(db, () =>
    answerInDraft(db, mutationId, { ...(chosen ? { chosen } : {}), now: now() }),
  );
  if (!started.ok) {
    const { error } = started;
    if (error.kind === "not-found") return "gone";
    if (error.kind !== "draft-exists") return error.kind;
    return error.draft.answers === mutationId ? "in-form" : "draft-exists";
  }
  if (!submit) return "in-form";
  const sent = await submitDraft(db, { authorId, submissionId }, now());
  if (!sent.ok) return "in-form";
  sync.wake();
  return "submitted";
}
