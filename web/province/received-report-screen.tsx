import { ButtonLink } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { type ReceivedReport, receivedReport } from "../db/received-report.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useLive } from "../live.ts";
import { PlannerFrame } from "../planner-frame.tsx";
import { useServices } from "../services.ts";
import { queryOf, shownRows } from "./received-view.ts";
import { ReportFacts } from "./report-facts.tsx";
import { ReportList } from "./report-list.tsx";
import { ReportReading } from "./report-reading.tsx";
import { useReceived } from "./use-received.ts";
import { useView } from "./use-view.ts";
import "../styles/photo-gallery.css";
import "../styles/received-report.css";

type ReceivedReportScreenProps = { submissionId: string };

/** One report, read beside the list it was opened from. */
export function ReceivedReportScreen({ submissionId }: ReceivedReportScreenProps) {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const received = useReceived();
  const [view, change] = useView();
  const opened = useLive<ReceivedReport | "none" | undefined>(
    async () => (await receivedReport(db, orgUnitCode, submissionId)) ?? "none",
    [db, orgUnitCode, submissionId],
    undefined,
  ).value;
  const { navigation } = t();
  const province = provinceWords();
  const rows = received ? shownRows(received.rows, view).rows : [];
  const query = queryOf(view);
  return (
    <PlannerFrame
      title={navigation.review}
      scope={received ? province.reports(rows.length) : ""}
      search={{ value: view.typed, onInput: (typed) => change({ typed }) }}
    >
      <div class="report-panes">
        <ReportList rows={rows} currentId={submissionId} query={query} />
        {opened === "none" && (
          <div class="report-reading">
            <EmptyState
              title={province.noReport}
              detail={province.noReportDetail}
              action={<ButtonLink href={`/received${query}`}>{province.backToList}</ButtonLink>}
            />
          </div>
        )}
        {opened !== undefined && opened !== "none" && (
          <>
            <ReportReading key={submissionId} {...opened} rows={rows} query={query} />
            <ReportFacts {...opened} />
          </>
        )}
      </div>
    </PlannerFrame>
  );
}
