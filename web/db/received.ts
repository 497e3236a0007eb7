import type { FiscalYear } from "../../shared/fiscal-year.ts";
import type { OrgUnitCode } from "../../shared/org-unit.ts";
import { areaNamesOf } from "./area-names.ts";
import { assignmentsOf } from "./assignments.ts";
import type { AssignmentRow, SubmissionRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/** What an office sees of one fiscal year's reports, as its last pull brought it. */
export type ReceivedReports = {
  assignments: AssignmentRow[];
  /** The report of each assignment that has one, by submission id. */
  reports: Map<string, SubmissionRow>;
  /** Names of the districts and provinces that the assignments lie in. */
  areaNames: Map<string, string>;
};

/** Read by id, assignment by assignment: the far more numerous area records are not touched. */
export async function receivedReports(
  db: AppDb,
  unit: OrgUnitCode,
  fiscalYear: FiscalYear,
): Promise<ReceivedReports> {
  const assignments = await assignmentsOf(db, unit, fiscalYear);
  const [found, areaNames] = await Promise.all([
    db.submissions.bulkGet(assignments.map(({ reportId }): [string, string] => [unit, reportId])),
    areaNamesOf(
      db,
      unit,
      assignments.map(({ districtCode }) => districtCode),
    ),
  ]);
  const reports = new Map<string, SubmissionRow>();
  for (const report of found) {
    if (report) reports.set(report.id, report);
  }
  return { assignments, reports, areaNames };
}
