import { CircleCheck, TriangleAlert } from "lucide";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import type { ManyOption } from "../components/option-list.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { baht, count, shortDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { areaNameOf } from "./area-options.ts";
import type { PastedRow, PasteProblem } from "./area-paste.ts";
import { problemWords } from "./form-problems.ts";
import { columnsOf, type PasteColumn } from "./paste-columns.ts";

type PastedRowsProps = {
  rows: readonly PastedRow[];
  options: readonly ManyOption[];
  /** Takes what was offered for one row, or for all of them. */
  onFix: (number: number | undefined) => void;
};

/** What became of each pasted row: what it would be kept as, or what is wrong with it. */
export function PastedRows({ rows, options, onFix }: PastedRowsProps) {
  const { paste } = t().area;
  const fixes = rows.reduce((sum, row) => sum + row.fixes.length, 0);
  return (
    <Card
      title={paste.preview}
      aside={fixes > 1 && <Button onClick={() => onFix(undefined)}>{paste.fixAll(fixes)}</Button>}
      flush
    >
      <ol>
        {rows.map((row) => (
          <li key={row.number} class="pasted-row">
            <Icon
              node={row.problems.length === 0 ? CircleCheck : TriangleAlert}
              size={24}
              class={row.problems.length === 0 ? "text-bai" : "text-krang"}
            />
            <div class="min-w-0 flex-1">
              <p>
                <span class="text-ink2">{paste.row(row.number)}</span>{" "}
                <ThaiText>{summaryOf(row, options)}</ThaiText>
              </p>
              {row.problems.length === 0 && <p class="text-bai">{paste.good}</p>}
              {row.problems.map(({ column, code }) => (
                <p key={`${column}${code}`} class="text-krang">
                  {column && `${wordsOf(column)}: `}
                  {wordsOfProblem({ column, code })}
                </p>
              ))}
            </div>
            {row.fixes.length > 0 && (
              <Button onClick={() => onFix(row.number)}>
                {t().area.convertTo(row.fixes.map(({ text }) => text).join(", "))}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The columns in words, in their order. */
export function columnWords(): string[] {
  return columnsOf(undefined).flatMap((column) => (column ? [wordsOf(column)] : []));
}

function summaryOf({ body, cells }: PastedRow, options: readonly ManyOption[]): string {
  const { area } = t();
  const { areaCode, heldOn, participants, costSatang, venue } = body;
  return [
    areaCode === null ? (cells[0] ?? "") : areaNameOf(options, areaCode),
    venue,
    heldOn && shortDate(heldOn),
    participants.total !== null && area.peopleCount(count(participants.total)),
    costSatang !== null && `${baht(costSatang)} ${area.baht}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function wordsOf(column: PasteColumn): string {
  const { area, form } = t();
  const { where, targetGroup, men, women, total, result, heldOn, costShort } = area;
  return {
    areaCode: form.areasShort,
    venue: where,
    heldOn,
    targetGroup,
    men,
    women,
    total,
    result,
    costSatang: costShort,
  }[column];
}

function wordsOfProblem({ column, code }: PasteProblem): string {
  const { problems } = t().area.paste;
  switch (code) {
    case "no-such-area":
    case "ambiguous":
    case "already-saved":
    case "too-many-columns":
      return problems[code];
    default:
      return problemWords(column ?? "", code);
  }
}
