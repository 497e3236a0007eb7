import type { Assignment } from "../../shared/assignment.ts";
import type { AssignmentRow, OutboxRow, SettledRow, SubmissionRow } from "../db/rows.ts";

type Sources = {
  assignments: readonly AssignmentRow[];
  submissions: readonly SubmissionRow[];
  settled: readonly SettledRow[];
  outbox: readonly OutboxRow[];
};

/**
 * Which assignment a submission belongs to, wherever this tablet knows it from: what was submitted
 * here carries its own, should the assignment have been taken away since (O9).
 */
export function assignmentFinder(
  sources: Sources,
): (submissionId: string) => Assignment | undefined {
  const { assignments, submissions, settled, outbox } = sources;
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const found = new Map<string, Assignment>();
  for (const row of [...settled, ...outbox]) found.set(row.submissionId, row.assignment);
  for (const { id, assignmentId } of submissions) {
    const assignment = byId.get(assignmentId);
    if (assignment) found.set(id, assignment);
  }
  for (const assignment of assignments) found.set(assignment.reportId, assignment);
  return (submissionId) => found.get(submissionId);
}
