import {
  filterCounts,
  type KeysOf,
  passes,
  type ReportFilter,
  type ReportRow,
  searchProjects,
} from "./report-filter.ts";

const ROWS_A_PAGE = 10;

export type ListPage = {
  /** The rows of this page. */
  rows: readonly ReportRow[];
  page: number;
  pages: number;
  /** The filters worth offering for what was searched. */
  filters: ReturnType<typeof filterCounts>;
};

/** The answer to a search, a filter and a page number (R19, R22): ten rows; the last page for a later one. */
export function listPage(
  rows: readonly ReportRow[],
  view: { query: string; filter: ReportFilter; page: number },
  keysOf: KeysOf,
): ListPage {
  const found = searchProjects(rows, view.query, keysOf);
  const listed = found.filter((row) => passes(row, view.filter));
  const pages = Math.max(1, Math.ceil(listed.length / ROWS_A_PAGE));
  const page = Math.min(view.page, pages);
  return {
    rows: listed.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE),
    page,
    pages,
    filters: filterCounts(found, view.filter),
  };
}
