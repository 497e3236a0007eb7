import { ChevronLeft, ChevronRight, Printer } from "lucide";
import { isPhoto } from "../../shared/attachment.ts";
import { Button, ButtonLink } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { ReceivedReport } from "../db/received-report.ts";
import { dateTime } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useServices } from "../services.ts";
import { AreaRecords } from "./area-records.tsx";
import { PhotoGallery } from "./photo-gallery.tsx";
import type { ReceivedRow } from "./received-row.ts";
import { ReportDocuments } from "./report-documents.tsx";
import { ReportResults } from "./report-results.tsx";

type ReportReadingProps = ReceivedReport & { rows: readonly ReceivedRow[]; query: string };

/** The middle pane: what the district says, evidence first. */
export function ReportReading(props: ReportReadingProps) {
  const { report, rows, query } = props;
  const syncedAt = useServices().sync.status.value.lastSyncAt;
  const photos = report.attachments.filter(isPhoto);
  const at = rows.findIndex(({ submissionId }) => submissionId === report.id);
  const { actions } = t();
  const province = provinceWords();
  return (
    <article class="report-reading">
      <ReportHeader {...props} />
      <div class="report-body">
        {photos.length > 0 ? (
          <PhotoGallery
            photos={photos}
            submissionId={report.id}
            missing={report.missingFiles}
            syncedAt={syncedAt}
          />
        ) : (
          <p class="no-photos">{province.noPhotos}</p>
        )}
        <ReportResults {...props} />
        <AreaRecords {...props} />
        <ReportDocuments report={report} />
      </div>
      <nav class="report-turn" aria-label={province.turn}>
        <TurnLink row={at < 0 ? undefined : rows[at - 1]} query={query} icon="left">
          {actions.previous}
        </TurnLink>
        <TurnLink row={at < 0 ? undefined : rows[at + 1]} query={query} icon="right">
          {actions.next}
        </TurnLink>
      </nav>
    </article>
  );
}

function ReportHeader({ assignment, report, areaNames }: ReceivedReport) {
  const { project, districtCode } = assignment;
  const province = provinceWords();
  const { area, actions } = t();
  const district = areaNames.get(districtCode) ?? districtCode;
  return (
    <header class="report-header">
      <p class="report-origin">
        <span class="source-badge">{project.budgetSource}</span>
        <span class="code">{project.code}</span>
        <span>
          <ThaiText>{area.levels.district(district)}</ThaiText>
        </span>
        <span>{province.versionNumber(report.version)}</span>
        <span>{province.by(report.authorName)}</span>
        <span>
          {province.receivedAt} {dateTime(report.receivedAt)}
        </span>
      </p>
      <div class="flex items-start justify-between gap-3">
        <h2 class="text-form">
          <ThaiText>{project.path.at(-1)?.name ?? project.code}</ThaiText>
        </h2>
        <a class="btn btn-icon" href={`/received/${report.id}/print`} aria-label={actions.print}>
          <Icon node={Printer} size={22} />
        </a>
      </div>
    </header>
  );
}

type TurnLinkProps = {
  row: ReceivedRow | undefined;
  query: string;
  icon: "left" | "right";
  children: string;
};

function TurnLink({ row, query, icon, children }: TurnLinkProps) {
  const icons = icon === "left" ? { icon: ChevronLeft } : { trailingIcon: ChevronRight };
  return row ? (
    <ButtonLink {...icons} href={`/received/${row.submissionId}${query}`}>
      {children}
    </ButtonLink>
  ) : (
    <Button {...icons} disabled>
      {children}
    </Button>
  );
}
