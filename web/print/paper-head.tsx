import { fiscalQuarterOf } from "../../shared/fiscal-year.ts";
import { ThaiText } from "../components/thai-text.tsx";
import { clock, count, longDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { paperWords } from "../i18n/paper-words.ts";
import type { PrintedReport } from "./printed-report.ts";

/** Whose report this is, which version and where it has come; then what it is about. */
export function PaperHead({ report, check }: { report: PrintedReport; check: string }) {
  const { assignment, areaNames, body, standing } = report;
  const { activity } = body;
  const { project, districtCode, fiscalYear } = assignment;
  const words = paperWords();
  const named = (code: string) => areaNames.get(code) ?? code;
  return (
    <header>
      <div class="paper-origin">
        <p>
          <b>{words.office(named(districtCode))}</b>
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
              <b>{words.draft}</b> · {words.version(standing.version)}
              <br />
              {standing.kind === "draft" ? words.notSent : words.waiting}
            </>
          )}
        </p>
      </div>
      <PaperHem />
      <div class="paper-title">
        <h1>{words.title(fiscalYear)}</h1>
        <p>
          <ThaiText>{project.path.at(-1)?.name ?? ""}</ThaiText>
        </p>
        <p class="paper-code">
          {words.budget(project.code, project.budgetSource)}
          {activity && ` · ${t().app.quarter(fiscalQuarterOf(activity.to))}`}
        </p>
        {activity && (
          <p class="paper-code">
            {words.activity}{" "}
            {activity.from === activity.to
              ? longDate(activity.from)
              : words.fromTo(longDate(activity.from), longDate(activity.to))}
          </p>
        )}
      </div>
    </header>
  );
}

/** The woven hem as lines: a picture of it would be coarse on paper. */
function PaperHem() {
  return (
    <svg class="paper-hem" aria-hidden="true">
      <pattern id="paper-hem" width="28" height="12" patternUnits="userSpaceOnUse">
        <path
          d="M0 6 14 .8 28 6 14 11.2ZM5 6 14 2.9 23 6 14 9.1Z"
          fill="none"
          stroke="currentColor"
        />
        <path d="M11 6 14 4.6 17 6 14 7.4Z" />
      </pattern>
      <rect width="100%" height="12" fill="url(#paper-hem)" />
    </svg>
  );
}

/** "15 มีนาคม 2567 10:04 น." */
export function longMoment(instant: string): string {
  return `${longDate(instant)} ${clock(instant)}`;
}
