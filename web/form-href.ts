import type { Assignment } from "../shared/assignment.ts";
import type { SubmissionKind } from "../shared/submission.ts";

/** Address of the area records of an assignment. */
export function areasHref(assignmentId: string): string {
  return `/reports/${assignmentId}/areas`;
}

/** What stands in the place of a record's id where several are pasted. */
export const PASTE = "paste";

/** Address of the table that is pasted for an assignment. */
export function pasteHref(assignmentId: string): string {
  return `${areasHref(assignmentId)}/${PASTE}`;
}

/** Address of the form that a submission is filled in with. */
export function formHref(submission: {
  kind: SubmissionKind;
  assignmentId: string;
  submissionId: string;
}): string {
  const { kind, assignmentId, submissionId } = submission;
  return kind === "report"
    ? `/reports/${assignmentId}`
    : `${areasHref(assignmentId)}/${submissionId}`;
}

/** The same, where only the assignment is known: all but its one report are area records. */
export function formHrefIn({ id, reportId }: Assignment, submissionId: string): string {
  const kind = submissionId === reportId ? "report" : "area";
  return formHref({ kind, assignmentId: id, submissionId });
}
