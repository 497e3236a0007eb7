import type { AreaBody } from "../../shared/area-record.ts";
import { ThaiText } from "../components/thai-text.tsx";
import { baht, count, shortDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { paperWords } from "../i18n/paper-words.ts";
import { paperAreaWords } from "./paper-area-words.ts";
import type { PrintedReport } from "./printed-report.ts";

/** The areas that were reported on, what came of it there and what it cost; else where it was done. */
export function PaperAreas({ assignment, body, areas, areaNames }: PrintedReport) {
  const words = paperWords();
  const reported = new Set(areas.map((area) => area.body.areaCode));
  const others = body.areaCodes.filter((code) => !reported.has(code));
  if (areas.length + others.length === 0) return null;
  // R41: why all of them together cost more than was allotted.
  const reasons = [...new Set(areas.map((area) => area.body.costReason).filter(Boolean))];
  const nameOf = (code: string) => paperAreaWords(code, { assignment, areaNames });
  return (
    <section>
      <h2>{words.areas}</h2>
      {areas.length > 0 && <AreaTable areas={areas} assignment={assignment} nameOf={nameOf} />}
      {reasons.length > 0 && (
        <p class="paper-text">
          <b>{t().area.costReason}</b> <ThaiText>{reasons.join("\n")}</ThaiText>
        </p>
      )}
      {others.length > 0 && (
        <p>
          <ThaiText>{others.map(nameOf).join(" · ")}</ThaiText>
        </p>
      )}
    </section>
  );
}

type AreaTableProps = Pick<PrintedReport, "areas" | "assignment"> & {
  nameOf: (code: string) => string;
};

function AreaTable({ areas, assignment, nameOf }: AreaTableProps) {
  const { allotmentSatang } = assignment;
  const words = paperWords();
  const people = areas.reduce((sum, { body }) => sum + body.participants.total, 0);
  const costSatang = areas.reduce((sum, { body }) => sum + body.costSatang, 0);
  return (
    <table class="paper-table paper-areas">
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          <th scope="col">{words.whatCameOfIt}</th>
          <th scope="col" class="number">
            {words.people}
          </th>
          <th scope="col" class="number">
            {words.baht}
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ id, body }) => (
          <tr key={id}>
            <th scope="row">
              <ThaiText>{nameOf(body.areaCode)}</ThaiText>
            </th>
            <td>
              <ThaiText>{narrativeOf(body)}</ThaiText>
            </td>
            <td class="number">{count(body.participants.total)}</td>
            <td class="number">{baht(body.costSatang)}</td>
          </tr>
        ))}
        <tr class="paper-total">
          <th scope="row" colSpan={2}>
            {words.total(areas.length)} <small>{words.allotted(baht(allotmentSatang))}</small>
          </th>
          <td class="number">{count(people)}</td>
          <td class="number">{baht(costSatang)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** R39: when, where, for whom and what came of it; what was left empty is left out. */
function narrativeOf({ heldOn, venue, targetGroup, result }: AreaBody): string {
  return [heldOn && shortDate(heldOn), venue, targetGroup, result].filter(Boolean).join(" · ");
}
