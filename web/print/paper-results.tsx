import { overallProgress } from "../../shared/progress.ts";
import { ThaiText } from "../components/thai-text.tsx";
import { baht, count, twoDecimals } from "../i18n/format.ts";
import { paperWords } from "../i18n/paper-words.ts";
import type { PrintedReport } from "./printed-report.ts";

/** Outputs against their targets, with the progress and the cost of the whole beside them. */
export function PaperOutputs({ assignment, body, areas }: PrintedReport) {
  const { outputs, project } = assignment;
  const words = paperWords();
  // R26: a project without a province target hides that figure.
  const hasProvince = outputs.some(({ provinceTarget }) => provinceTarget !== null);
  const costSatang = areas.reduce((sum, area) => sum + area.body.costSatang, 0);
  const counted = (value: number | null | undefined, unit: string) =>
    value === null || value === undefined ? "–" : `${count(value)} ${unit}`;
  return (
    <table class="paper-table paper-outputs">
      <thead>
        <tr>
          <th scope="col">{words.output}</th>
          {hasProvince && <th scope="col">{words.provinceTarget}</th>}
          <th scope="col">{words.districtTarget}</th>
          <th scope="col">{words.achieved}</th>
          <th scope="col">{words.percent}</th>
          <th scope="col">{words.progress}</th>
          <th scope="col">{words.cost}</th>
        </tr>
      </thead>
      <tbody>
        {outputs.map(({ id, indicator, unit, provinceTarget, districtTarget }, at) => (
          <tr key={id}>
            <th scope="row">
              <ThaiText>{indicator}</ThaiText>
            </th>
            {hasProvince && <td>{counted(provinceTarget, unit)}</td>}
            <td>{counted(districtTarget, unit)}</td>
            <td>{counted(body.outputs[id], unit)}</td>
            <td>{share(body.outputs[id], districtTarget)}</td>
            {at === 0 && (
              <>
                <td rowSpan={outputs.length}>{overallProgress(project.steps, body.steps)}%</td>
                <td rowSpan={outputs.length}>{areas.length > 0 ? baht(costSatang) : "–"}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function share(achieved: number | undefined, target: number | null): string {
  return achieved === undefined || !target ? "–" : twoDecimals((achieved / target) * 100);
}

/** The steps with their weights, each a bar that is read in black and white too. */
export function PaperSteps({ assignment, body }: PrintedReport) {
  const words = paperWords();
  return (
    <section>
      <h2>{words.steps}</h2>
      <table class="paper-table paper-steps">
        <thead>
          <tr>
            <th scope="col" class="middle">
              {words.order}
            </th>
            <th scope="col">{words.step}</th>
            <th scope="col" class="middle">
              {words.weight}
            </th>
            <th scope="col" colSpan={2} class="middle">
              {words.percent}
            </th>
          </tr>
        </thead>
        <tbody>
          {assignment.project.steps.map(({ id, name, weight }, at) => (
            <tr key={id}>
              <td class="middle">{at + 1}</td>
              <th scope="row">
                <ThaiText>{name}</ThaiText>
              </th>
              <td class="middle">{weight}</td>
              <td class="paper-bar">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={body.steps[id] ?? 0} height="8" />
                </svg>
              </td>
              <td class="number">{body.steps[id] ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
