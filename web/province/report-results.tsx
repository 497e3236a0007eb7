import { overallProgress } from "../../shared/progress.ts";
import { ProgressBar } from "../components/progress-bar.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import type { ReceivedReport } from "../db/received-report.ts";
import { count, twoDecimals } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { reportBodyOf } from "./report-body.ts";

type ReportResultsProps = Pick<ReceivedReport, "assignment" | "report">;

/** Outputs against their targets, and the steps with their weights. */
export function ReportResults({ assignment, report }: ReportResultsProps) {
  const { outputs, project } = assignment;
  const body = reportBodyOf(report);
  const { form } = t();
  const province = provinceWords();
  return (
    <>
      <table class="report-table">
        <caption>{form.outputAgainstTarget}</caption>
        <thead>
          <tr>
            <th scope="col">{form.output}</th>
            <th scope="col" class="number">
              {province.result}
            </th>
            <th scope="col" class="number">
              {province.target}
            </th>
            <th scope="col" class="number">
              {province.percent}
            </th>
          </tr>
        </thead>
        <tbody>
          {outputs.map(({ id, indicator, unit, districtTarget }) => (
            <tr key={id}>
              <th scope="row">
                <ThaiText>{indicator}</ThaiText>
              </th>
              <td class="number">
                <Entered value={body.outputs[id]} unit={unit} />
              </td>
              <td class="number">
                {districtTarget === null ? "–" : `${count(districtTarget)} ${unit}`}
              </td>
              <td class="number">{share(body.outputs[id], districtTarget)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="report-table">
        <caption>{form.stepsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{province.step}</th>
            <th scope="col" class="number">
              {province.weight}
            </th>
            <th scope="col" class="number">
              {province.result}
            </th>
            <th scope="col" class="bar-column">
              <span class="sr-only">{province.progress}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {project.steps.map(({ id, name, weight }, at) => (
            <tr key={id}>
              <th scope="row">
                {at + 1}. <ThaiText>{name}</ThaiText>
              </th>
              <td class="number">{weight}</td>
              <td class="number">
                <Entered value={body.steps[id]} unit="%" />
              </td>
              <td class="bar-column">
                <ProgressBar percent={body.steps[id] ?? 0} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {form.overall}
            </th>
            <td class="number">{overallProgress(project.steps, body.steps)}%</td>
            <td class="bar-column">
              <ProgressBar percent={overallProgress(project.steps, body.steps)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

/** What was not entered is not 0. */
function Entered({ value, unit }: { value: number | undefined; unit: string }) {
  if (value === undefined) return <span class="text-ink3">{provinceWords().notEntered}</span>;
  return (
    <b>
      {count(value)}
      {unit === "%" ? unit : ` ${unit}`}
    </b>
  );
}

function share(achieved: number | undefined, target: number | null): string {
  return achieved === undefined || !target ? "–" : twoDecimals((achieved / target) * 100);
}
