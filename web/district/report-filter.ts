import type { Assignment } from "../../shared/assignment.ts";
import { matchesKeys, type SearchKeys, searchKeys } from "../../shared/thai-search.ts";
import { shortCode } from "../components/budget-code.ts";
import type { SubmissionState } from "../db/report-state.ts";

/** A row of the list of forms. */
export type ReportRow = {
  assignment: Assignment;
  state: SubmissionState;
  percent: number;
  /** How soon an unfinished report has to be in; absent where there is time, or no date. */
  due?: "overdue" | "due-soon" | undefined;
  keys: ReportKeys;
};

/** What a search is compared with, made once a project. */
export type ReportKeys = { names: SearchKeys; codes: readonly string[] };

export type ReportFilter = "all" | "your-turn" | "overdue" | "due-soon" | SubmissionState["kind"];

const YOUR_TURN: readonly ReportFilter[] = ["returned", "conflict", "needs-care"];

/** The order of the filters: what waits for the reader first, then along the journey. */
const KINDS: readonly SubmissionState["kind"][] = [
  "not-reported",
  "draft",
  "queued",
  "sending",
  "photos-pending",
  "received",
  "returned",
  "conflict",
  "needs-care",
  "endorsed",
];

const FILTERS: readonly ReportFilter[] = ["all", "your-turn", "overdue", "due-soon", ...KINDS];

export function reportKeys({ project }: Assignment): ReportKeys {
  const { code, path } = project;
  // The plan's serial is what people remember of a code: P0167-2024-02.
  const codes = [code, shortCode(code), code.split("-").slice(2).join("-")];
  return {
    names: searchKeys(path.map(({ name }) => name).join(" / ")),
    codes: codes.map((text) => searchKeys(text).written),
  };
}

/** R19: by the beginning of the code, or by any part of the Thai name. */
export function searchProjects<Row extends { keys: ReportKeys }>(
  rows: readonly Row[],
  typed: string,
): readonly Row[] {
  const wanted = searchKeys(typed);
  if (wanted.written === "") return rows;
  return rows.filter(
    ({ keys }) =>
      matchesKeys(keys.names, wanted) || keys.codes.some((code) => code.startsWith(wanted.written)),
  );
}

export function passes({ state, due }: ReportRow, filter: ReportFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "your-turn":
      return YOUR_TURN.includes(state.kind);
    case "overdue":
    case "due-soon":
      return due === filter;
    default:
      return state.kind === filter;
  }
}

/** The filters worth offering, with how many rows each leaves; a chosen one stays at zero. */
export function filterCounts(
  rows: readonly ReportRow[],
  chosen: ReportFilter,
): { value: ReportFilter; count: number }[] {
  return FILTERS.map((value) => ({
    value,
    count: rows.filter((row) => passes(row, value)).length,
  })).filter(({ value, count }) => count > 0 || value === "all" || value === chosen);
}

export function asFilter(text: string | undefined): ReportFilter {
  return FILTERS.find((filter) => filter === text) ?? "all";
}
