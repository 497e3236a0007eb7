import { Send } from "lucide";
import { useLocation } from "preact-iso";
import type { ReportBody } from "../../shared/report.ts";
import { commentSubject } from "../comment-subject.ts";
import { Toasts } from "../components/toasts.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import { useServices } from "../services.ts";
import { AttachmentsSection } from "./attachments-section.tsx";
import { FormFooter } from "./form-footer.tsx";
import { FormNotices } from "./form-notices.tsx";
import { stateOf, versionOf } from "./read-submission.ts";
import { fieldName, reportFields } from "./report-fields.ts";
import { ReportSections } from "./report-sections.tsx";
import { reportSummary, reportWarning } from "./report-summary.ts";
import { SubmitDialogs } from "./submit-dialogs.tsx";
import { type FormInHand, useOpenForm } from "./use-open-form.ts";

/** The sections over one draft, its saved line and the button that sends it. */
export function OpenReportForm(inHand: FormInHand<ReportBody>) {
  const { sync } = useServices();
  const { route } = useLocation();
  const { submission: report, draft, attachments } = inHand;
  const { view, problems, sending, refusal, current, undo, save, editing, refusedFiles } =
    useOpenForm(inHand);
  const { assignment, outbox, confirmed } = report;
  const { attached } = attachments;
  const { form, dialogs } = t();
  return (
    <FieldFrame
      title={projectName(assignment)}
      backHref="/reports"
      footer={
        <FormFooter
          status={draft.state.value.status}
          sending={sending}
          label={form.submit}
          icon={Send}
        />
      }
    >
      <div onFocusOut={() => void save()}>
        <ReportSections
          view={view}
          state={stateOf(report, sync.status.value.sending)}
          attached={attached}
          current={current}
          notices={
            <FormNotices
              pins={view.pins}
              fields={reportFields(assignment)}
              nameOf={(path) => fieldName(path, assignment)}
              subjectOf={(field) => commentSubject(field, assignment, confirmed?.attachments ?? [])}
              problems={problems}
              problemAt={view.problemAt}
              refusal={refusal}
              isOnTopOfQueued={outbox.length > 0}
            />
          }
          attachments={
            <AttachmentsSection view={view} places={report} attached={attached} editing={editing} />
          }
        />
      </div>
      <SubmitDialogs
        sending={sending}
        detail={dialogs.reportVersionTo(versionOf({ ...report, draft: undefined }) + 1)}
        facts={reportSummary(view, attached)}
        warning={reportWarning(view, refusedFiles)}
        onDone={() => route("/reports")}
      />
      <Toasts toasts={undo.toasts} onDismiss={undo.dismiss} />
    </FieldFrame>
  );
}
