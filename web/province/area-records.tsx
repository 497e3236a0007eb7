import type { AreaBody } from "../../shared/area-record.ts";
import { isPhoto } from "../../shared/attachment.ts";
import { areaWords, withNewVillages } from "../area-words.ts";
import { ThaiText } from "../components/thai-text.tsx";
import type { ReceivedReport } from "../db/received-report.ts";
import { baht, count, shortDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useServices } from "../services.ts";
import { AreaPhotos } from "./area-photos.tsx";
import { AreaWithVillage } from "./area-with-village.tsx";

/** What was done in each area and what it cost there, against what the district was allotted (R41). */
export function AreaRecords({ assignment, areaRecords, areaNames }: ReceivedReport) {
  const syncedAt = useServices().sync.status.value.lastSyncAt;
  const records = areaRecords.flatMap(({ id, body, attachments, missingFiles }) =>
    body !== null && "areaCode" in body
      ? [{ id, ...body, photos: attachments.filter(isPhoto), missing: missingFiles }]
      : [],
  );
  if (records.length === 0) return null;
  const costSatang = records.reduce((sum, record) => sum + record.costSatang, 0);
  const people = records.reduce((sum, { participants }) => sum + participants.total, 0);
  const isOver = costSatang > assignment.allotmentSatang;
  const { form, area } = t();
  const province = provinceWords();
  return (
    <table class="report-table">
      <caption>{province.areaRecords}</caption>
      <thead>
        <tr>
          <th scope="col">{province.area}</th>
          <th scope="col" class="number">
            {province.people}
          </th>
          <th scope="col" class="number">
            {province.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <th scope="row">
              <AreaWithVillage code={record.areaCode} body={record} areaNames={areaNames} />
              <span class="record-detail">
                <ThaiText>{detailOf(record)}</ThaiText>
              </span>
              {record.costReason !== "" && (
                <span class="record-detail">
                  {area.costReason}: <ThaiText>{record.costReason}</ThaiText>
                </span>
              )}
              {record.photos.length > 0 && (
                <AreaPhotos
                  title={areaWords(record.areaCode, withNewVillages(areaNames, record))}
                  photos={record.photos}
                  submissionId={record.id}
                  missing={record.missing}
                  syncedAt={syncedAt}
                />
              )}
            </th>
            <td class="number">{count(record.participants.total)}</td>
            <td class="number">{baht(record.costSatang)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {form.total}{" "}
            <span class={isOver ? "text-din" : "text-ink2"}>
              {province.ofAllotment(baht(assignment.allotmentSatang))}
            </span>
          </th>
          <td class="number">{count(people)}</td>
          <td class={isOver ? "number text-din" : "number"}>{baht(costSatang)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** When and where it was held, and what came of it; what was left empty is left out. */
function detailOf({ heldOn, venue, result }: AreaBody): string {
  return [heldOn && shortDate(heldOn), venue, result].filter(Boolean).join(" · ");
}
