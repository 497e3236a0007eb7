import { areaCodesOf, contentsOf } from "../../shared/history.ts";
import type { OrgUnitCode } from "../../shared/org-unit.ts";
import { areaNamesOf } from "./area-names.ts";
import { assignmentById } from "./assignments.ts";
import type { AssignmentRow, SubmissionRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { submissionsOf } from "./submissions.ts";

/** One received report with everything that is needed to read it, also without a network. */
export type ReceivedReport = {
  report: SubmissionRow;
  assignment: AssignmentRow;
  /** The assignment's area records that were not removed, in the order of their arrival. */
  areaRecords: SubmissionRow[];
  areaNames: Map<string, string>;
};

/** @returns undefined where the office's mirror has no such report */
export async function receivedReport(
  db: AppDb,
  unit: OrgUnitCode,
  submissionId: string,
): Promise<ReceivedReport | undefined> {
  const report = await db.submissions.get([unit, submissionId]);
  if (report?.kind !== "report") return undefined;
  const assignment = await assignmentById(db, unit, report.assignmentId);
  if (!assignment) return undefined;
  const areaRecords = (await submissionsOf(db, unit, assignment.id))
    .filter(({ kind, body }) => kind === "area" && body !== null)
    .sort((a, b) => a.seq - b.seq);
  const contents = [...contentsOf(report), ...areaRecords];
  const codes = contents.flatMap((content) => (content ? areaCodesOf(content.body) : []));
  const areaNames = await areaNamesOf(db, unit, [assignment.districtCode, ...codes]);
  return { report, assignment, areaRecords, areaNames };
}
