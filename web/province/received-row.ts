import { must } from "../../shared/invariant.ts";
import { overallProgress } from "../../shared/progress.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { ReceivedReports } from "../db/received.ts";
import { notReported, submissionStates } from "../db/report-state.ts";
import type { AssignmentRow, SubmissionRow } from "../db/rows.ts";
import { reportBodyOf } from "./report-body.ts";

/** States a report can be in once the province has it. */
export type ReceivedStatus = "received" | "photos-pending" | "returned" | "endorsed";

export const RECEIVED_STATUSES = ["received", "photos-pending", "returned", "endorsed"] as const;

/** A received report as a line of the list. */
export type ReceivedRow = {
  submissionId: string;
  districtCode: string;
  district: string;
  budgetSource: string;
  code: string;
  name: string;
  version: number;
  authorName: string;
  receivedAt: Instant;
  /** Overall progress, 0 to 100. */
  percent: number;
  outputs: { id: string; unit: string; achieved: number | undefined; target: number | null }[];
  status: ReceivedStatus;
  /** Of `photos-pending` the files to come, of `returned` the comments. */
  count: number;
};

/** The reports that arrived, in the centre's order of projects. */
export function receivedRows({ assignments, reports, areaNames }: ReceivedReports): ReceivedRow[] {
  const stateOf = receivedStates([...reports.values()]);
  return assignments.flatMap((assignment) => {
    const report = reports.get(assignment.reportId);
    if (!report) return [];
    const district = areaNames.get(assignment.districtCode) ?? assignment.districtCode;
    return [{ ...rowOf(assignment, report), district, ...stateOf(report.id) }];
  });
}

/** Where each of these stands, by what the server says alone: a planner's screen sends nothing. */
export function receivedStates(
  submissions: readonly SubmissionRow[],
): (submissionId: string) => { status: ReceivedStatus; count: number } {
  const states = submissionStates({
    drafts: [],
    outbox: [],
    settled: [],
    uploads: [],
    submissions,
    sending: new Set(),
  });
  return (submissionId) => {
    const { kind, count } = states.get(submissionId) ?? notReported;
    const status = RECEIVED_STATUSES.find((one) => one === kind);
    return { status: must(status, "what the server has is received"), count };
  };
}

function rowOf({ districtCode, project, outputs }: AssignmentRow, report: SubmissionRow) {
  const body = reportBodyOf(report);
  return {
    submissionId: report.id,
    districtCode,
    budgetSource: project.budgetSource,
    code: project.code,
    name: project.path.at(-1)?.name ?? project.code,
    version: report.version,
    authorName: report.authorName,
    receivedAt: report.receivedAt,
    percent: overallProgress(project.steps, body.steps),
    outputs: outputs.map(({ id, unit, districtTarget }) => ({
      id,
      unit,
      achieved: body.outputs[id],
      target: districtTarget,
    })),
  };
}
