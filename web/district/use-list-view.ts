import { useLocation } from "preact-iso";
import { asFilter, type ReportFilter } from "./report-filter.ts";
import { asOrder, type ReportOrder } from "./report-order.ts";

/** What the list shows; in the address, so that going back finds it as it was left. */
export type ListView = {
  query: string;
  filter: ReportFilter;
  order: ReportOrder;
  page: number;
  shown: string;
};

export function useListView() {
  const { query, route } = useLocation();
  const view: ListView = {
    query: query.q ?? "",
    filter: asFilter(query.state),
    order: asOrder(query.by),
    page: Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1),
    shown: query.show ?? "",
  };
  return {
    view,
    change: (changed: Partial<ListView>) => route(listHref({ ...view, ...changed }), true),
  };
}

export function listHref({ query, filter, order, page, shown }: ListView): string {
  const parameters = new URLSearchParams();
  if (query !== "") parameters.set("q", query);
  if (filter !== "all") parameters.set("state", filter);
  if (order !== "centre") parameters.set("by", order);
  if (page > 1) parameters.set("page", String(page));
  if (shown !== "") parameters.set("show", shown);
  const text = parameters.toString();
  return text === "" ? "/reports" : `/reports?${text}`;
}
