import type { SubmissionContent } from "../../shared/submission.ts";
import { answerInDraft } from "../db/care.ts";
import type { SettledRow } from "../db/rows.ts";
import { submitDraft } from "../db/submit-draft.ts";
import type { Services } from "../services.ts";

/** What became of an answer. `in-form`: it is a draft now, to be finished in the form. */
export type Answered = "submitted" | "in-form" | "draft-exists" | "failed";

/**
 * Answers a conflict or a held report with a draft, and submits it at once where that is wanted and
 * possible. A draft that already answers it is gone on with; another one is never overwritten.
 *
 * @param chosen undefined: what was sent, to be corrected by hand
 */
export async function answer(
  { db, sync, now }: Pick<Services, "db" | "sync" | "now">,
  row: SettledRow,
  { chosen, submit }: { chosen?: SubmissionContent; submit: boolean },
): Promise<Answered> {
  const { mutationId, authorId, submissionId } = row;
  const started = await answerInDraft(db, mutationId, {
    ...(chosen ? { chosen } : {}),
    now: now(),
  });
  if (!started.ok) {
    if (started.error.kind !== "draft-exists") return "failed";
    return started.error.draft.answers === mutationId ? "in-form" : "draft-exists";
  }
  if (!submit) return "in-form";
  const sent = await submitDraft(db, { authorId, submissionId }, now());
  if (!sent.ok) return "in-form";
  sync.wake();
  return "submitted";
}
