import { useLocation } from "preact-iso";
import { queryOf, type ReceivedView, viewFrom } from "./received-view.ts";

/** How the list is looked at, by the address; a change puts its address in the place of this one. */
export function useView(): [ReceivedView, (change: Partial<ReceivedView>) => void] {
  const { path, query, route } = useLocation();
  const view = viewFrom(query);
  const change = (to: Partial<ReceivedView>) => {
    // Another selection starts at its first page.
    route(path + queryOf({ ...view, page: 1, ...to }), true);
  };
  return [view, change];
}
