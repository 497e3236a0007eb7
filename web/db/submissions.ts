import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { SubmissionRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/** What the server last confirmed of a submission, from whichever unit's mirror is newest. */
export async function newestMirrored(
  db: AppDb,
  submissionId: string,
): Promise<SubmissionRow | undefined> {
  const rows = await db.submissions.where("id").equals(submissionId).toArray();
  return rows.reduce<SubmissionRow | undefined>(
    (newest, row) => (newest === undefined || row.seq > newest.seq ? row : newest),
    undefined,
  );
}

/** What the server confirmed for one assignment: its report and its area records. */
export function submissionsOf(
  db: AppDb,
  unit: OrgUnitCode,
  assignmentId: string,
): Promise<SubmissionRow[]> {
  return db.submissions.where("[unit+assignmentId]").equals([unit, assignmentId]).toArray();
}
