import type { AreaCode } from "../../shared/area.ts";
import { type AreaDraft, emptyArea } from "../../shared/area-record.ts";
import type { Assignment } from "../../shared/assignment.ts";
import { formatBeDate, parseBeDate } from "../../shared/be-date.ts";
import { parseCost } from "../../shared/money.ts";
import { checkSubmission, type FieldProblem } from "../../shared/submission-rules.ts";
import { normaliseThai } from "../../shared/thai-text.ts";
import type { ManyOption } from "../components/option-list.tsx";
import { typedNumber } from "../components/typed-number.ts";
import { findArea } from "./find-area.ts";
import { columnsOf, isHead, type PasteColumn } from "./paste-columns.ts";
import { readCells } from "./spreadsheet-cells.ts";
import { type NewVillages, villageNamed } from "./villages-added.ts";

/** What is wrong with a pasted row, at a column or with the row as a whole. */
export type PasteProblem = {
  column: PasteColumn | undefined;
  code: FieldProblem["code"] | "no-such-area" | "ambiguous" | "already-saved" | "too-many-columns";
};

/** One cell as it was probably meant, to be offered. */
export type CellFix = { at: number; text: string };

export type PastedRow = {
  /** Counted from 1, the head included, as the spreadsheet does. */
  number: number;
  cells: readonly string[];
  body: AreaDraft;
  problems: readonly PasteProblem[];
  fixes: readonly CellFix[];
};

export type Pasted = { head: readonly string[] | undefined; rows: readonly PastedRow[] };

type PasteContext = {
  assignment: Assignment;
  options: readonly ManyOption[];
  villages: NewVillages;
  /** What is recorded already. */
  recorded: readonly AreaDraft[];
};

/**
 * Area records out of rows copied from a spreadsheet. Counts take Thai digits and commas, dates are
 * read as everywhere; a cost only by its own rule (R40). Nothing is left out: what cannot be taken
 * is a problem of its row.
 */
export function readPasted(text: string, context: PasteContext): Pasted {
  const cells = readCells(text);
  const [first = []] = cells;
  const head = isHead(first) ? first : undefined;
  const columns = columnsOf(head);
  const seen = [...context.recorded];
  const rows = cells.slice(head ? 1 : 0).map((row, at) => {
    const read = readRow(row, columns, context);
    const problems = seen.some((other) => isSame(other, read.body))
      ? [...read.problems, { column: undefined, code: "already-saved" as const }]
      : read.problems;
    seen.push(read.body);
    return { ...read, problems, number: at + (head ? 2 : 1), cells: row };
  });
  return { head, rows };
}

type Read = Pick<PastedRow, "body" | "problems" | "fixes">;

function readRow(
  cells: readonly string[],
  columns: readonly (PasteColumn | undefined)[],
  { assignment, options, villages }: PasteContext,
): Read {
  const problems: PasteProblem[] = [];
  const fixes: CellFix[] = [];
  let body = emptyArea;
  const refuse = (column: PasteColumn | undefined, code: PasteProblem["code"]) =>
    problems.push({ column, code });
  for (const [at, raw] of cells.entries()) {
    const column = columns[at];
    const cell = normaliseThai(raw);
    if (cell === "") continue;
    switch (column) {
      case undefined:
        refuse(undefined, "too-many-columns");
        break;
      case "areaCode": {
        const found = findArea(options, cell, villages);
        const [code = null] = found;
        if (found.length === 1) {
          body = { ...body, areaCode: code, newVillages: villageNamed(villages, code) };
        } else refuse(column, found.length === 0 ? "no-such-area" : "ambiguous");
        break;
      }
      case "heldOn": {
        const read = parseBeDate(cell);
        if (read.ok) body = { ...body, heldOn: read.value };
        else refuse(column, "malformed");
        if (!read.ok && read.error.kind === "christian-year") {
          fixes.push({ at, text: formatBeDate(read.error.suggestion, "short") });
        }
        break;
      }
      case "costSatang": {
        const read = parseCost(cell);
        if (read.ok) body = { ...body, costSatang: read.value };
        else refuse(column, "malformed");
        if (!read.ok && read.error.kind === "not-arabic-digits" && read.error.fix !== undefined) {
          fixes.push({ at, text: read.error.fix });
        }
        break;
      }
      case "men":
      case "women":
      case "total": {
        const people = pastedCount(cell);
        if (people === undefined) refuse(column, "malformed");
        else body = { ...body, participants: { ...body.participants, [column]: people } };
        break;
      }
      default:
        body = { ...body, [column]: cell };
    }
  }
  body = withTotal(body);
  problems.push(...brokenRules(body, problems, assignment));
  return { body, problems, fixes };
}

/** The rules of every submission, for the columns that could be read. */
function brokenRules(
  body: AreaDraft,
  known: readonly PasteProblem[],
  assignment: Assignment,
): PasteProblem[] {
  const checked = checkSubmission("area", { body, attachments: [] }, assignment);
  if (checked.ok) return [];
  return checked.error
    .map(({ path, code }) => ({ column: columnAt(path), code }))
    .filter(({ column }) => !known.some((problem) => problem.column === column));
}

function columnAt(path: string): PasteColumn | undefined {
  const name = path.replace("participants.", "");
  return columnsOf(undefined).find((column) => column === name);
}

function withTotal(body: AreaDraft): AreaDraft {
  const { men, women, total } = body.participants;
  if (total !== null || men === null || women === null) return body;
  return { ...body, participants: { men, women, total: men + women } };
}

/** Separators stand before groups of three; anywhere else a comma may be a slip. */
function pastedCount(cell: string): number | undefined {
  const isGrouped = /^[\d๐-๙]{1,3}(,[\d๐-๙]{3})+$/.test(cell);
  return typedNumber(isGrouped ? cell.replaceAll(",", "") : cell) ?? undefined;
}

/** The same activity: pasting the same rows again adds nothing. */
function isSame(a: AreaDraft, b: AreaDraft): boolean {
  const code: AreaCode | null = a.areaCode;
  return code !== null && code === b.areaCode && a.heldOn === b.heldOn && a.venue === b.venue;
}
