import { Lock } from "lucide";
import { Notice } from "../components/notice.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { AttachmentsSection } from "./attachments-section.tsx";
import { type FormView, pinsOf } from "./form-view.ts";
import { type ReadOnlyReason, readOnlyWords } from "./read-only-reason.ts";
import { type SubmissionView, stateOf } from "./read-submission.ts";
import { newestContent } from "./report-content.ts";
import { ReportSections } from "./report-sections.tsx";
import { useFormPlace } from "./use-form-place.ts";

/** The form as it was sent: endorsed, or of a year that is over. No draft is made of it. */
export function ReadOnlyReport({
  report,
  reason,
}: {
  report: SubmissionView;
  reason: ReadOnlyReason;
}) {
  const { sync } = useServices();
  const { assignment, confirmed, outbox, draft } = report;
  const { body, attachments } = newestContent({ queued: outbox.at(-1), confirmed });
  const current = useFormPlace("", ignore);
  const { form } = t();
  const view: FormView = {
    assignment,
    body,
    typed: {},
    readOnly: true,
    confirmed,
    pins: pinsOf(confirmed),
    problemAt: () => undefined,
    change: ignore,
    changeTyped: ignore,
  };
  return (
    <FieldFrame title={assignment.project.path.at(-1)?.name ?? ""} backHref="/reports">
      <ReportSections
        view={view}
        state={stateOf(report, sync.status.value.sending)}
        attached={attachments}
        current={current}
        notices={
          <div class="report-notices">
            <Notice tone="kram" icon={Lock} title={readOnlyWords(reason, report)}>
              {draft && form.draftKept}
            </Notice>
          </div>
        }
        attachments={<AttachmentsSection view={view} places={report} attached={attachments} />}
      />
    </FieldFrame>
  );
}

function ignore(): void {
  // Nothing changes in a form that is only read.
}
