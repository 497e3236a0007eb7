import { FileText } from "lucide";
import { isPhoto } from "../../shared/attachment.ts";
import type { StoredSubmission } from "../../shared/submission.ts";
import { Icon } from "../components/icon.tsx";
import { bytes } from "../i18n/format.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useFileAddress } from "./server-photo.tsx";

/** The papers that came with a report, to be downloaded. */
export function ReportDocuments({ report }: { report: StoredSubmission }) {
  const fileAddress = useFileAddress();
  const documents = report.attachments.filter((attachment) => !isPhoto(attachment));
  if (documents.length === 0) return null;
  const province = provinceWords();
  return (
    <section class="report-documents">
      <h3 class="report-heading">{province.documents}</h3>
      <ul>
        {documents.map(({ sha256, name, sizeBytes }) => (
          <li key={sha256} class="file-row">
            <Icon node={FileText} size={20} />
            {report.missingFiles.includes(sha256) ? (
              <span class="flex-1">
                {name} · {province.documentNotArrived}
              </span>
            ) : (
              <a class="flex-1" href={fileAddress(sha256, report.id)} download={name}>
                {name}
              </a>
            )}
            <span class="text-ink2">{bytes(sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
