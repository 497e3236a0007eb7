import { TriangleAlert } from "lucide";
import { Notice } from "../components/notice.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { OpenReportForm } from "./open-report-form.tsx";
import type { ReportView } from "./read-report.ts";
import { useAttachments } from "./use-attachments.ts";
import { useReportDraft, useReportKey } from "./use-report-draft.ts";

/** The form while it can be filled in; every change goes into the draft by itself. */
export function EditReport({ report }: { report: ReportView }) {
  const key = useReportKey(report.assignment);
  const attachments = useAttachments(key);
  const draft = useReportDraft(key, attachments.queue.settled);
  const title = report.assignment.project.path.at(-1)?.name ?? "";
  if (draft.kind === "open") {
    return <OpenReportForm report={report} draft={draft} attachments={attachments} title={title} />;
  }
  return (
    <FieldFrame title={title} backHref="/reports">
      {draft.kind === "failed" && (
        <Notice tone="krang" icon={TriangleAlert} title={t().form.cannotOpen}>
          {t().form.notSaved[draft.reason]}
        </Notice>
      )}
    </FieldFrame>
  );
}
