import type { SubmissionKind } from "../shared/submission.ts";

/** Address of the area records of an assignment. */
export function areasHref(assignmentId: string): string {
  return `/reports/${assignmentId}/areas`;
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
