import { FileText, Images } from "lucide";
import { isPhoto } from "../../shared/attachment.ts";
import { FileRow } from "../components/file-row.tsx";
import type { SubmissionState } from "../db/report-state.ts";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { ReportContent } from "./report-content.ts";

type InThisReportProps = { version: number; state: SubmissionState; content: ReportContent };

/** Of what a report consists: its text, its photos and papers, with sizes and how far each is. */
export function InThisReport({ version, state, content }: InThisReportProps) {
  const { list, files } = t();
  const photos = content.attachments.filter(isPhoto);
  const documents = content.attachments.length - photos.length;
  const filesBytes = content.attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const textBytes = new TextEncoder().encode(JSON.stringify(content.body)).length;
  // The text has arrived where only photos are still to come.
  const textStatus = state.kind === "photos-pending" ? "received" : state.kind;
  return (
    <section class="grid gap-2.5" aria-label={list.inThisSubmission}>
      <FileRow
        icon={FileText}
        name={list.textAndNumbers}
        detail={list.versionAndSize(version, bytes(textBytes))}
        status={textStatus}
      />
      {content.attachments.length > 0 && (
        <FileRow
          icon={Images}
          name={[
            photos.length > 0 ? files.photos(photos.length) : "",
            documents > 0 ? files.documents(documents) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
          detail={bytes(filesBytes)}
          status={state.kind}
          count={state.kind === "photos-pending" ? state.count : 0}
        />
      )}
    </section>
  );
}
