import { emptyReport, type ReportBody } from "../../shared/report.ts";
import type { StoredSubmission } from "../../shared/submission.ts";

/** What a report says; the body of anything else reads as a report that says nothing. */
export function reportBodyOf({ body }: Pick<StoredSubmission, "body">): ReportBody {
  return body !== null && "steps" in body ? body : emptyReport;
}
