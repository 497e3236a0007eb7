import { shortCode } from "../components/budget-code.ts";
import { ProgressBar } from "../components/progress-bar.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { clock, count, dateTime, dayMonth } from "../i18n/format.ts";
import { provinceWords } from "../i18n/province-words.ts";
import type { ReceivedRow } from "./received-row.ts";
import type { ReceivedView, SortKey } from "./received-view.ts";
import { SortHeader } from "./sort-header.tsx";

type ReceivedTableProps = {
  rows: readonly ReceivedRow[];
  view: ReceivedView;
  onSort: (sort: SortKey, reversed: boolean) => void;
  hrefOf: (row: ReceivedRow) => string;
};

/** The list: a table at the desk, a card a report on a phone. Up and down move between its rows. */
export function ReceivedTable({ rows, view, onSort, hrefOf }: ReceivedTableProps) {
  const province = provinceWords();
  const sortable = (key: SortKey, label: string) => (
    <SortHeader label={label} sortKey={key} view={view} onSort={onSort} />
  );
  return (
    <table class="received-table">
      <caption class="sr-only">{province.title}</caption>
      <colgroup>
        <col class="col-district" />
        <col class="col-code" />
        <col />
        <col class="col-version" />
        <col class="col-received" />
        <col class="col-progress" />
        <col class="col-output" />
        <col class="col-state" />
      </colgroup>
      <thead>
        <tr>
          {sortable("district", province.district)}
          {sortable("code", province.code)}
          <th scope="col">{province.project}</th>
          <th scope="col" class="number">
            {province.version}
          </th>
          {sortable("received", province.receivedAt)}
          <th scope="col">{province.progress}</th>
          <th scope="col" class="number">
            {province.output}
          </th>
          <th scope="col">{province.state}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <ReceivedLine key={row.submissionId} row={row} href={hrefOf(row)} />
        ))}
      </tbody>
    </table>
  );
}

function ReceivedLine({ row, href }: { row: ReceivedRow; href: string }) {
  const province = provinceWords();
  const [output] = row.outputs;
  return (
    <tr>
      <td class="cell-district">
        <ThaiText>{row.district}</ThaiText>
      </td>
      <td class="cell-code">
        <b>{row.budgetSource}</b> <span class="code-whole">{row.code}</span>
        <span class="code-short">{shortCode(row.code)}</span>
      </td>
      <th scope="row" class="cell-project">
        <a href={href} title={row.name} class="row-link">
          <ThaiText>{row.name}</ThaiText>
        </a>
      </th>
      <td class="cell-version number" aria-label={province.versionNumber(row.version)}>
        {row.version}
      </td>
      <td class="cell-received">
        <time dateTime={row.receivedAt} title={dateTime(row.receivedAt)}>
          {dayMonth(row.receivedAt)} {clock(row.receivedAt)}
        </time>
      </td>
      <td class="cell-progress">
        <span>{row.percent}%</span>
        <ProgressBar percent={row.percent} />
      </td>
      <td class="cell-output number">
        {output && (
          <>
            <b>{output.achieved === undefined ? "–" : count(output.achieved)}</b>/
            {output.target === null ? "–" : count(output.target)}
            <span class="output-unit">{output.unit}</span>
          </>
        )}
      </td>
      <td class="cell-state">
        <StatusChip status={row.status} count={row.count} />
      </td>
    </tr>
  );
}

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function moveBetweenRows(event: KeyboardEvent): void {
  const { currentTarget, target, key } = event;
  const move = MOVES[key];
  if (move === undefined || !(currentTarget instanceof Element)) return;
  if (!(target instanceof HTMLElement)) return;
  const links = [...currentTarget.querySelectorAll<HTMLElement>(".row-link")];
  const at = links.indexOf(target);
  const next = at < 0 ? undefined : links[at + move];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
