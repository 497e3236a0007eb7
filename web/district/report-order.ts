import type { IsoDate } from "../../shared/scalars.ts";
import { compareThai } from "../../shared/thai-collation.ts";
import type { ReportRow } from "./report-filter.ts";

/** What the list can be sorted by (R25); `centre` is the order the centre gave, the usual one. */
export const REPORT_ORDERS = ["centre", "code", "name", "due", "state"] as const;
export type ReportOrder = (typeof REPORT_ORDERS)[number];

/** What an officer has to do something about first. */
const STATES: readonly ReportRow["state"]["kind"][] = [
  "returned",
  "conflict",
  "needs-care",
  "draft",
  "not-reported",
  "queued",
  "sending",
  "photos-pending",
  "received",
  "endorsed",
];

/** Reports without a date come after all that have one. */
const NO_DATE: IsoDate = "9999-12-31";

const COMPARE: Record<ReportOrder, (a: ReportRow, b: ReportRow) => number> = {
  centre: () => 0,
  code: (a, b) => compareText(a.assignment.project.code, b.assignment.project.code),
  name: (a, b) => compareThai(nameOf(a), nameOf(b)),
  due: (a, b) => compareText(a.assignment.dueOn ?? NO_DATE, b.assignment.dueOn ?? NO_DATE),
  state: (a, b) => STATES.indexOf(a.state.kind) - STATES.indexOf(b.state.kind),
};

/** @param rows in the centre's order, which those that are equal keep */
export function sortReports(rows: readonly ReportRow[], order: ReportOrder): readonly ReportRow[] {
  return order === "centre" ? rows : rows.toSorted(COMPARE[order]);
}

export function asOrder(text: string | undefined): ReportOrder {
  return REPORT_ORDERS.find((order) => order === text) ?? "centre";
}

function nameOf({ assignment }: ReportRow): string {
  return assignment.project.path.at(-1)?.name ?? "";
}

/** Codes and ISO dates hold no letter that a language orders its own way. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
