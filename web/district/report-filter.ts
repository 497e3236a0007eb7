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
};

/** What a search is compared with; worth making once a project. */
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

function reportKeys({ project }: Assignment): ReportKeys {
  const { code, path } = project;
  // The plan's serial is what people remember of a code: P0167-2024-02.
  const codes = [code, shortCode(code), code.split("-").slice(2).join("-")];
  return {
    names: searchKeys(path.map(({ name }) => name).join(" / ")),
    codes: codes.map((text) => searchKeys(text).written),
  };
}

export type KeysOf = (assignment: Assignment) => ReportKeys;

/** `reportKeys`, made at a project's first search and kept, also when its row is read again. */
export function createKeysOf(): KeysOf {
  const known = new Map<string, ReportKeys>();
  const ofRow = new WeakMap<Assignment, ReportKeys>();
  return (assignment) => {
    const kept = ofRow.get(assignment);
    if (kept) return kept;
    const { code, path } = assignment.project;
    const project = `${code} ${path.map(({ name }) => name).join("/")}`;
    const keys = known.get(project) ?? reportKeys(assignment);
    known.set(project, keys);
    ofRow.set(assignment, keys);
    return keys;
  };
}

/** R19: by the beginning of the code, or by any part of the Thai name. */
export function searchProjects<Row extends { assignment: Assignment }>(
  rows: readonly Row[],
  typed: string,
  keysOf: KeysOf,
): readonly Row[] {
  const wanted = searchKeys(typed);
  if (wanted.written === "") return rows;
  const mayBeCode = /^[\da-z]/.test(wanted.written);
  return rows.filter(({ assignment }) => {
    const { names, codes } = keysOf(assignment);
    if (mayBeCode && codes.some((code) => code.startsWith(wanted.written))) return true;
    return matchesKeys(names, wanted);
  });
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
    count: value === "all" ? rows.length : rows.filter((row) => passes(row, value)).length,
  })).filter(({ value, count }) => count > 0 || value === "all" || value === chosen);
}

export function asFilter(text: string | undefined): ReportFilter {
  return FILTERS.find((filter) => filter === text) ?? "all";
}
