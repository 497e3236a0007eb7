import { useState } from "preact/hooks";
import { withNewVillages } from "../area-words.ts";
import { ButtonLink } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { type ReceivedReport, receivedReport } from "../db/received-report.ts";
import { t } from "../i18n/language.ts";
import { paperWords } from "../i18n/paper-words.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useLive } from "../live.ts";
import { PlannerFrame } from "../planner-frame.tsx";
import { PrintView } from "../print/print-view.tsx";
import type { PrintedPhoto, PrintedReport } from "../print/printed-report.ts";
import { useServices } from "../services.ts";
import { reportBodyOf } from "./report-body.ts";
import { useFileAddress } from "./server-photo.tsx";

/** A received report on paper, as the district would print it. */
export function PrintScreen({ submissionId }: { submissionId: string }) {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const found = useLive<PrintedReport | "none" | undefined>(
    async () => {
      const received = await receivedReport(db, orgUnitCode, submissionId);
      return received ? printed(received) : "none";
    },
    [db, orgUnitCode, submissionId],
    undefined,
  ).value;
  if (found === "none") return <NothingToPrint />;
  if (!found) return null;
  return (
    <PrintView
      report={found}
      backHref={`/received/${submissionId}`}
      picture={(photo, alt) => <StoredPhoto key={photo.sha256} photo={photo} alt={alt} />}
    />
  );
}

function printed({ assignment, report, areaRecords, areaNames }: ReceivedReport): PrintedReport {
  const { review, version, receivedAt, seq } = report;
  const body = reportBodyOf(report);
  const endorsedAt = review.state === "endorsed" ? review.at : null;
  return {
    assignment,
    reportId: report.id,
    body,
    attachments: report.attachments,
    areas: areaRecords.flatMap(({ id, body, attachments }) =>
      body !== null && "areaCode" in body ? [{ id, body, attachments }] : [],
    ),
    areaNames: withNewVillages(areaNames, body, ...areaRecords.map((record) => record.body)),
    standing: { kind: "received", version, at: receivedAt, number: seq },
    reporter: { name: report.authorName, position: "" },
    endorsed: endorsedAt === null ? undefined : { name: review.byName ?? "", at: endorsedAt },
  };
}

/** A photo that the server has; its words where it cannot be had. */
function StoredPhoto({ photo, alt }: { photo: PrintedPhoto; alt: string }) {
  const [isMissing, setMissing] = useState(false);
  const fileAddress = useFileAddress();
  if (isMissing) return <span>{paperWords().photoMissing}</span>;
  const src = fileAddress(photo.sha256, photo.submissionId);
  return <img src={src} alt={alt} onError={() => setMissing(true)} />;
}

function NothingToPrint() {
  const { navigation } = t();
  const province = provinceWords();
  return (
    <PlannerFrame title={navigation.review}>
      <EmptyState
        title={province.noReport}
        detail={province.noReportDetail}
        action={<ButtonLink href="/received">{province.backToList}</ButtonLink>}
      />
    </PlannerFrame>
  );
}
