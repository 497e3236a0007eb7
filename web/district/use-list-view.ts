import { useLocation } from "preact-iso";
import { asFilter, type ReportFilter } from "./report-filter.ts";

/** What the list shows; in the address, so that going back finds it as it was left. */
export type ListView = { query: string; filter: ReportFilter; page: number; shown: string };

export function useListView() {
  const { query, route } = useLocation();
  const view: ListView = {
    query: query.q ?? "",
    filter: asFilter(query.state),
    page: Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1),
    shown: query.show ?? "",
  };
  return {
    view,
    change: (changed: Partial<ListView>) => route(listHref({ ...view, ...changed }), true),
  };
}

export function listHref({ query, filter, page, shown }: ListView): string {
  const parameters = new URLSearchParams();
  if (query !== "") parameters.set("q", query);
  if (filter !== "all") parameters.set("state", filter);
  if (page > 1) parameters.set("page", String(page));
  if (shown !== "") parameters.set("show", shown);
  const text = parameters.toString();
  return text === "" ? "/reports" : `/reports?${text}`;
}
