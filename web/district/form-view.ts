import type { Assignment } from "../../shared/assignment.ts";
import type { ReportBody } from "../../shared/report.ts";
import { Sha256 } from "../../shared/scalars.ts";
import type { ReviewComment } from "../../shared/submission.ts";
import type { SubmissionRow } from "../db/rows.ts";

/**
 * A reviewer's comment under its number, the same wherever it is shown; one on a file is pinned to
 * "attachments.<sha256>".
 */
export type PinView = ReviewComment & { number: number };

/** What every section of a form is given; the report's, unless another body is named. */
export type FormView<B = ReportBody> = {
  assignment: Assignment;
  body: B;
  /** What stands in fields that cannot be read yet, by path. */
  typed: Record<string, string>;
  readOnly: boolean;
  confirmed: SubmissionRow | undefined;
  pins: readonly PinView[];
  /** What keeps the field from being sent, in words. */
  problemAt: (path: string) => string | undefined;
  change: (changed: Partial<B>) => void;
  changeTyped: (path: string, text: string | undefined) => void;
};

/** The comments of the version that was sent back; none once it was answered. */
export function pinsOf(confirmed: SubmissionRow | undefined): PinView[] {
  if (confirmed?.review.state !== "returned") return [];
  return confirmed.review.comments.map(({ field, ...comment }, at) => ({
    ...comment,
    field: Sha256.safeParse(field).success ? `attachments.${field}` : field,
    number: at + 1,
  }));
}

/** Whether a comment belongs to a field, or to a part of it. */
export function isPinnedTo({ field }: PinView, path: string): boolean {
  return field === path || field.startsWith(`${path}.`);
}
