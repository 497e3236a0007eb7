import { Lock } from "lucide";
import { useMemo } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { FilterChips } from "../components/filter-chips.tsx";
import { Notice } from "../components/notice.tsx";
import { Pager } from "../components/pager.tsx";
import { SearchField } from "../components/search-field.tsx";
import { SortButton } from "../components/sort-button.tsx";
import { SplitView } from "../components/split-view.tsx";
import { EmptyYear } from "../empty-year.tsx";
import { FieldFrame } from "../field-frame.tsx";
import { useFiscalYear } from "../fiscal-year.ts";
import { t } from "../i18n/language.ts";
import { listPage } from "./list-page.ts";
import { ReportDetail } from "./report-detail.tsx";
import type { ReportFilter, ReportRow } from "./report-filter.ts";
import { asOrder, REPORT_ORDERS, sortReports } from "./report-order.ts";
import { ReportRows } from "./report-rows.tsx";
import { useListView } from "./use-list-view.ts";
import { useReportList } from "./use-report-list.ts";
import { useSearchKeys } from "./use-search-keys.ts";
import { useIsWide } from "./use-wide.ts";

const NO_ROWS: readonly ReportRow[] = [];

/** การบันทึกแบบฟอร์มรายงาน: what this district was assigned, ten a page (R19–R25). */
export function ReportListScreen() {
  const { fiscalYear, open } = useFiscalYear();
  const rows = useReportList(fiscalYear);
  const isWide = useIsWide();
  const { view, change } = useListView();
  const { list, form } = t();
  const ordered = useMemo(() => sortReports(rows ?? NO_ROWS, view.order), [rows, view.order]);
  const keysOf = useSearchKeys(rows ?? NO_ROWS);
  if (rows === null) return <FieldFrame title={list.titleShort}>{null}</FieldFrame>;

  const { rows: onPage, page, pages, filters } = listPage(ordered, view, keysOf);
  const shown = onPage.find(({ assignment }) => assignment.id === view.shown) ?? onPage[0];
  return (
    <FieldFrame title={list.titleShort}>
      <SplitView
        head={
          <>
            <h1 class="text-form max-lg:sr-only">{list.title}</h1>
            {!open && (
              <Notice tone="kram" icon={Lock}>
                {form.readOnlyYear(fiscalYear)}
              </Notice>
            )}
            <div class="flex gap-2">
              <div class="min-w-0 grow">
                <SearchField
                  label={list.search}
                  value={view.query}
                  onInput={(query) => change({ query, page: 1 })}
                />
              </div>
              <SortButton
                label={list.sortBy}
                options={REPORT_ORDERS.map((value) => ({ value, label: list.orders[value] }))}
                value={view.order}
                onChange={(order) => change({ order: asOrder(order), page: 1 })}
              />
            </div>
            <FilterChips
              label={list.filter}
              options={filters.map(({ value, count }) => ({
                value,
                count,
                label: filterWords(value),
              }))}
              value={view.filter}
              onChange={(filter) => change({ filter, page: 1 })}
            />
          </>
        }
        list={
          onPage.length > 0 ? (
            <ReportRows
              rows={onPage}
              view={view}
              shown={isWide ? shown?.assignment.id : undefined}
            />
          ) : (
            <NothingToShow
              rows={rows}
              closedYear={open ? undefined : fiscalYear}
              onShowAll={() => change({ query: "", filter: "all", page: 1 })}
            />
          )
        }
        foot={
          onPage.length > 0 && (
            <Pager
              page={page}
              pages={pages}
              onPage={(next) => {
                change({ page: next, shown: "" });
                document.querySelector(".project-row")?.scrollIntoView({ block: "nearest" });
              }}
            />
          )
        }
        detail={
          isWide &&
          shown && <ReportDetail key={shown.assignment.id} assignmentId={shown.assignment.id} />
        }
      />
    </FieldFrame>
  );
}

type NothingToShowProps = {
  rows: readonly ReportRow[];
  closedYear: number | undefined;
  onShowAll: () => void;
};

function NothingToShow({ rows, closedYear, onShowAll }: NothingToShowProps) {
  const { list } = t();
  if (rows.length === 0 && closedYear !== undefined) return <EmptyYear fiscalYear={closedYear} />;
  return rows.length === 0 ? (
    <EmptyState title={list.nothingAssigned} detail={list.nothingAssignedDetail} />
  ) : (
    <EmptyState
      title={list.nothingFound}
      detail={list.nothingFoundDetail}
      action={<Button onClick={onShowAll}>{list.showEverything}</Button>}
    />
  );
}

function filterWords(filter: ReportFilter): string {
  const { list, status } = t();
  switch (filter) {
    case "all":
      return list.all;
    case "your-turn":
      return list.yourTurn;
    case "overdue":
    case "due-soon":
      return list[filter];
    default:
      return status[filter];
  }
}
