import { fiscalQuarterOf } from "../../shared/fiscal-year.ts";
import { ThaiText } from "../components/thai-text.tsx";
import { clock, count, longDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { paperWords } from "../i18n/paper-words.ts";
import type { PrintedReport } from "./printed-report.ts";

/** Whose report this is, which version and where it has come; then what it is about. */
export function PaperHead({ report, check }: { report: PrintedReport; check: string }) {
  const { assignment, areaNames, body, standing } = report;
  const { project, districtCode, fiscalYear } = assignment;
  const words = paperWords();
  const named = (code: string) => areaNames.get(code) ?? code;
  return (
    <header>
      <div class="paper-origin">
        <p>
          <b>
            <ThaiText>{words.office(named(districtCode))}</ThaiText>
          </b>
          <br />
          {words.above(named(districtCode.slice(0, 2)))}
        </p>
        <p class="paper-standing">
          {standing.kind === "received" ? (
            <>
              {words.version(standing.version)} · {words.received(longMoment(standing.at))}
              <br />
              {words.number(count(standing.number))} · {words.check(check)}
            </>
          ) : (
            <>
              <b class="paper-draft">{words.draft}</b> {words.version(standing.version)}
              <br />
              {standing.kind === "draft" ? words.notSent : words.waiting}
            </>
          )}
        </p>
      </div>
      <div class="paper-hem" />
      <div class="paper-title">
        <h1>{words.title(fiscalYear)}</h1>
        <p>
          <ThaiText>{project.path.at(-1)?.name ?? ""}</ThaiText>
        </p>
        <p class="paper-code">
          {words.budget(project.code, project.budgetSource)}
          {body.activity && ` · ${t().app.quarter(fiscalQuarterOf(body.activity.to))}`}
        </p>
      </div>
    </header>
  );
}

/** "15 มีนาคม 2567 10:04 น." */
export function longMoment(instant: string): string {
  return `${longDate(instant)} ${clock(instant)}`;
}
