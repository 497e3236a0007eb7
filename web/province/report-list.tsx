import { ArrowLeft } from "lucide";
import { Icon } from "../components/icon.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { clock, dayMonth } from "../i18n/format.ts";
import { provinceWords } from "../i18n/province-words.ts";
import type { ReceivedRow } from "./received-row.ts";
import { PAGE_SIZE } from "./received-view.ts";

type ReportListProps = {
  rows: readonly ReceivedRow[];
  currentId: string;
  /** Of the list's address, so that every link keeps the selection. */
  query: string;
};

/** The page of the list in which the open report stands. */
export function ReportList({ rows, currentId, query }: ReportListProps) {
  const at = Math.max(
    0,
    rows.findIndex(({ submissionId }) => submissionId === currentId),
  );
  const from = at - (at % PAGE_SIZE);
  const near = rows.slice(from, from + PAGE_SIZE);
  const province = provinceWords();
  return (
    <nav class="report-list" aria-label={province.nearby}>
      <a class="report-list-back" href={`/received${query}`}>
        <Icon node={ArrowLeft} size={20} />
        <b>{province.title}</b>
        {rows.length > 0 && (
          <span>{province.range(from + 1, from + near.length, rows.length)}</span>
        )}
      </a>
      <ul>
        {near.map((row) => (
          <li key={row.submissionId}>
            <a
              class="report-list-row"
              href={`/received/${row.submissionId}${query}`}
              aria-current={row.submissionId === currentId ? "page" : undefined}
            >
              <span class="report-list-top">
                <b>
                  <ThaiText>{row.district}</ThaiText>
                </b>
                <span>
                  {dayMonth(row.receivedAt)} {clock(row.receivedAt)}
                </span>
              </span>
              <span class="clip-2">
                <ThaiText>{row.name}</ThaiText>
              </span>
              <StatusChip status={row.status} count={row.count} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
