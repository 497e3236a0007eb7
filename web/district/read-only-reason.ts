import { t } from "../i18n/language.ts";
import type { SubmissionView } from "./read-submission.ts";

/** Why a submission is only read: endorsed, or of a year or a project that is over. */
export type ReadOnlyReason = "endorsed" | "year" | "closed";

export function readOnlyReason(
  { assignment, confirmed }: Pick<SubmissionView, "assignment" | "confirmed">,
  yearIsOpen: boolean,
): ReadOnlyReason | undefined {
  if (confirmed?.review.state === "endorsed") return "endorsed";
  if (!yearIsOpen) return "year";
  return assignment.open ? undefined : "closed";
}

export function readOnlyWords(
  reason: ReadOnlyReason,
  { assignment }: Pick<SubmissionView, "assignment">,
): string {
  const { form } = t();
  const words: Record<ReadOnlyReason, string> = {
    endorsed: form.readOnlyEndorsed,
    year: form.readOnlyYear(assignment.fiscalYear),
    closed: form.readOnlyClosed,
  };
  return words[reason];
}
