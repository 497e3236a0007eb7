import { ArrowDown, ArrowUp } from "lucide";
import { Icon } from "../components/icon.tsx";
import type { ReceivedView, SortKey } from "./received-view.ts";

type SortHeaderProps = {
  view: ReceivedView;
  onSort: (sort: SortKey, reversed: boolean) => void;
  label: string;
  sortKey: SortKey;
};

/** A column heading that sorts by its column, and the other way round when it does already. */
export function SortHeader({ label, sortKey, view, onSort }: SortHeaderProps) {
  const isSorted = view.sort === sortKey;
  // The newest first is descending, ก first is ascending.
  const isAscending = (sortKey === "received") === view.reversed;
  const direction = isAscending ? "ascending" : "descending";
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        class="sort-button"
        onClick={() => onSort(sortKey, isSorted && !view.reversed)}
      >
        {label}
        {isSorted && <Icon node={isAscending ? ArrowUp : ArrowDown} size={16} />}
      </button>
    </th>
  );
}
