import { useRoute } from "preact-iso";
import { useCurrentPerson } from "../current-person.ts";
import { fiscalYearsOf } from "../db/assignments.ts";
import { FieldFrame } from "../field-frame.tsx";
import { currentFiscalYear, yearToShow } from "../fiscal-year.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { EditReport } from "./edit-report.tsx";
import { NoSuchReport } from "./no-such-report.tsx";
import { readOnlyReason } from "./read-only-reason.ts";
import { ReadOnlyReport } from "./read-only-report.tsx";
import { readReport } from "./read-submission.ts";

/** การบันทึกแบบฟอร์มรายงาน: the form of one assignment, to fill in where that is still allowed. */
export function ReportScreen() {
  const { db, now } = useServices();
  const person = useCurrentPerson();
  const { assignmentId = "" } = useRoute().params;
  const found = useLive(
    async () => {
      const report = await readReport(db, person, assignmentId);
      if (!report) return { report: undefined, yearIsOpen: false };
      const years = await fiscalYearsOf(db, person.orgUnitCode);
      const { open } = yearToShow(report.assignment.fiscalYear, currentFiscalYear(now()), years);
      return { report, yearIsOpen: open };
    },
    [db, now, person, assignmentId],
    null,
  );
  if (found.value === null) return <FieldFrame title={t().list.titleShort}>{null}</FieldFrame>;
  const { report, yearIsOpen } = found.value;
  if (!report) return <NoSuchReport />;
  const readOnly = readOnlyReason(report, yearIsOpen);
  return readOnly ? (
    <ReadOnlyReport report={report} reason={readOnly} />
  ) : (
    <EditReport key={report.assignment.reportId} report={report} />
  );
}
