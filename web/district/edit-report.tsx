import { TriangleAlert } from "lucide";
import { Notice } from "../components/notice.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import { OpenReportForm } from "./open-report-form.tsx";
import type { SubmissionView } from "./read-submission.ts";
import { reportForm } from "./report-form-kind.ts";
import { useAttachments } from "./use-attachments.ts";
import { useFormDraft } from "./use-form-draft.ts";
import { useFormKey } from "./use-form-key.ts";

/** The form while it can be filled in; every change goes into the draft by itself. */
export function EditReport({ report }: { report: SubmissionView }) {
  const key = useFormKey(report);
  const attachments = useAttachments("report", key);
  const draft = useFormDraft(reportForm, key, attachments.queue.settled);
  if (draft.kind === "open") {
    return <OpenReportForm submission={report} draft={draft} attachments={attachments} />;
  }
  return (
    <FieldFrame title={projectName(report.assignment)} backHref="/reports">
      {draft.kind === "failed" && (
        <Notice tone="krang" icon={TriangleAlert} title={t().form.cannotOpen}>
          {t().form.notSaved[draft.reason]}
        </Notice>
      )}
    </FieldFrame>
  );
}
