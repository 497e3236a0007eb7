import type { Assignment } from "../../shared/assignment.ts";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { overallProgress } from "../../shared/progress.ts";
import { ReportBody } from "../../shared/report.ts";
import type { Instant } from "../../shared/scalars.ts";
import { notReported, type StateSources, type SubmissionState } from "../db/report-state.ts";
import type { AssignmentRow, SettledRow, SubmissionRow, UploadRow } from "../db/rows.ts";
import { assignmentFinder } from "./assignment-finder.ts";

/** Something that waits for the officer, and why. */
export type Turn = { id: string; assignment: Assignment } & (
  | { kind: "returned"; submission: SubmissionRow }
  | { kind: "conflict"; settled: SettledRow }
  | { kind: "held"; settled: SettledRow }
  | { kind: "files"; files: UploadRow[] }
);

/** A report that is not finished and has a date to be finished by. */
export type Due = {
  assignment: AssignmentRow;
  dueOn: string;
  state: SubmissionState;
  percent: number;
};

type Sources = Omit<StateSources, "sending"> & { assignments: readonly AssignmentRow[] };

/**
 * R16: what waits for this person, what a reviewer sent back first. A colleague's conflict is the
 * colleague's to answer.
 */
export function turnsOf(sources: Sources, personId: string): Turn[] {
  const byId = new Map(sources.assignments.map((assignment) => [assignment.id, assignment]));
  const resent = new Set(sources.outbox.map(({ submissionId }) => submissionId));
  const own = sources.settled
    .filter(({ needsCare, authorId }) => needsCare === 1 && authorId === personId)
    .sort((a, b) => a.order - b.order);
  const assignmentOf = assignmentFinder(sources);
  const turns: Turn[] = [];

  for (const submission of sources.submissions.toSorted(newestReviewFirst)) {
    const assignment = byId.get(submission.assignmentId);
    if (submission.review.state !== "returned" || !assignment || resent.has(submission.id))
      continue;
    turns.push({ id: submission.id, assignment, kind: "returned", submission });
  }
  for (const settled of own) {
    const kind = settled.receipt.outcome === "conflict" ? "conflict" : "held";
    turns.push({ id: settled.mutationId, assignment: settled.assignment, kind, settled });
  }
  const refused = sources.uploads.filter(
    ({ state, authorId }) => state === "refused" && authorId === personId,
  );
  for (const [submissionId, files] of Map.groupBy(refused, (upload) => upload.submissionId)) {
    const assignment = assignmentOf(submissionId);
    if (assignment) turns.push({ id: submissionId, assignment, kind: "files", files });
  }
  return turns;
}

/** The unfinished reports of a year that have a date, the soonest first. */
export function dueReports(
  sources: Sources,
  states: ReadonlyMap<string, SubmissionState>,
  fiscalYear: FiscalYear,
): Due[] {
  return sources.assignments
    .flatMap((assignment) => {
      const { dueOn, open } = assignment;
      if (dueOn === null || !open || assignment.fiscalYear !== fiscalYear) return [];
      const state = states.get(assignment.reportId) ?? notReported;
      if (state.kind !== "not-reported" && state.kind !== "draft") return [];
      return [{ assignment, dueOn, state, percent: percentOfDraft(assignment, sources) }];
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.assignment.sortKey - b.assignment.sortKey);
}

function percentOfDraft({ reportId, project }: AssignmentRow, { drafts }: Sources): number {
  const draft = drafts.find(({ submissionId }) => submissionId === reportId);
  const body = ReportBody.safeParse(draft?.body);
  return body.success ? overallProgress(project.steps, body.data.steps) : 0;
}

function newestReviewFirst({ review: a }: SubmissionRow, { review: b }: SubmissionRow): number {
  return at(b.at).localeCompare(at(a.at));
}

function at(instant: Instant | null): string {
  return instant ?? "";
}
