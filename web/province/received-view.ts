import { compareThai } from "../../shared/thai-collation.ts";
import { matches } from "../../shared/thai-search.ts";
import { RECEIVED_STATUSES, type ReceivedRow, type ReceivedStatus } from "./received-row.ts";

export const SORT_KEYS = ["received", "district", "code"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/**
 * How the list is looked at. It lives in the address, so that going back, a reload and the pane
 * beside an open report all show the same list.
 */
export type ReceivedView = {
  typed: string;
  status: ReceivedStatus | "all";
  /** Prefix of an office code; empty for everywhere. */
  within: string;
  sort: SortKey;
  /** Against the key's own order, which is the newest first, or ก first. */
  reversed: boolean;
  page: number;
};

export const PAGE_SIZE = 20;

/** Reads an address; what is missing or makes no sense is as in a fresh list. */
export function viewFrom(query: Record<string, string>): ReceivedView {
  const page = Number(query.page);
  return {
    typed: query.q ?? "",
    status: RECEIVED_STATUSES.find((status) => status === query.state) ?? "all",
    within: /^(\d{2}){1,2}$/.test(query.in ?? "") ? (query.in ?? "") : "",
    sort: SORT_KEYS.find((key) => key === query.sort) ?? "received",
    reversed: query.order === "reversed",
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The address's query of a view, with its "?"; empty for a fresh list. */
export function queryOf(view: ReceivedView): string {
  const query = new URLSearchParams();
  if (view.typed !== "") query.set("q", view.typed);
  if (view.status !== "all") query.set("state", view.status);
  if (view.within !== "") query.set("in", view.within);
  if (view.sort !== "received") query.set("sort", view.sort);
  if (view.reversed) query.set("order", "reversed");
  if (view.page > 1) query.set("page", String(view.page));
  return query.size === 0 ? "" : `?${query}`;
}

export type ShownRows = {
  /** What is left, sorted; all pages of it. */
  rows: ReceivedRow[];
  /** How many each state filter would leave. */
  counts: Record<ReceivedView["status"], number>;
  page: number;
  pages: number;
  pageRows: ReceivedRow[];
};

/** The rows that a view shows. A page beyond the last one is the last one. */
export function shownRows(all: readonly ReceivedRow[], view: ReceivedView): ShownRows {
  const found = all.filter((row) => row.districtCode.startsWith(view.within) && holds(row, view));
  const counts = { all: found.length, received: 0, "photos-pending": 0, returned: 0, endorsed: 0 };
  for (const { status } of found) counts[status] += 1;
  const rows = found
    .filter(({ status }) => view.status === "all" || status === view.status)
    .sort(inOrder(view));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const pageRows = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { rows, counts, page, pages, pageRows };
}

function holds({ code, name, district, authorName }: ReceivedRow, { typed }: ReceivedView) {
  return [code, name, `อำเภอ${district}`, authorName].some((text) => matches(text, typed));
}

type Compare = (a: ReceivedRow, b: ReceivedRow) => number;

const byReceived: Compare = (a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt);
const byDistrict: Compare = (a, b) => compareThai(a.district, b.district);
const byCode: Compare = (a, b) => (a.code < b.code ? -1 : Number(a.code > b.code));

/** What ties a key leaves is decided by the others, so that the order never depends on the pull. */
const ORDERS: Record<SortKey, readonly Compare[]> = {
  received: [byReceived, byDistrict, byCode],
  district: [byDistrict, byReceived, byCode],
  code: [byCode, byDistrict, byReceived],
};

function inOrder({ sort, reversed }: ReceivedView): Compare {
  const sign = reversed ? -1 : 1;
  return (a, b) => {
    for (const [at, compare] of ORDERS[sort].entries()) {
      const order = compare(a, b);
      if (order !== 0) return at === 0 ? sign * order : order;
    }
    return 0;
  };
}
