import type { ManyOption } from "../components/option-list.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { areasHref } from "../form-href.ts";
import { baht, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { areaNameOf } from "./area-options.ts";
import type { AreaRecord } from "./area-records.ts";

type AreaRowsProps = {
  assignmentId: string;
  records: readonly AreaRecord[];
  options: readonly ManyOption[];
  /** The record that is open beside the list. */
  current: string | undefined;
};

/** แสดงข้อมูลพื้นที่ที่บันทึกไปแล้ว (R37): a row a record, each leading into its form. */
export function AreaRows({ assignmentId, records, options, current }: AreaRowsProps) {
  const { area } = t();
  const isNew = current !== undefined && !records.some((one) => one.submissionId === current);
  return (
    <ul aria-label={area.saved}>
      {records.map(({ submissionId, body, state }) => (
        <li key={submissionId}>
          <a
            class="area-row"
            href={`${areasHref(assignmentId)}/${submissionId}`}
            aria-current={submissionId === current ? "true" : undefined}
          >
            <span class="project-line flex-wrap items-center">
              <b>
                <ThaiText>{areaNameOf(options, body.areaCode)}</ThaiText>
              </b>
              <StatusChip status={state.kind} count={state.count} />
            </span>
            <span class="project-line text-ink2">
              <span>
                {body.participants.total !== null &&
                  area.peopleCount(count(body.participants.total))}
              </span>
              <span>{body.costSatang !== null && `${baht(body.costSatang)} ${area.baht}`}</span>
            </span>
          </a>
        </li>
      ))}
      {isNew && (
        <li class="area-row" aria-current="true">
          <b>{area.newArea}</b>
        </li>
      )}
    </ul>
  );
}
