import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { FilterChips } from "../components/filter-chips.tsx";
import { Icon } from "../components/icon.tsx";
import { Pager } from "../components/pager.tsx";
import { STATUS_LOOKS } from "../components/status.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { PlannerFrame } from "../planner-frame.tsx";
import { PartFilter } from "./part-filter.tsx";
import { RECEIVED_STATUSES } from "./received-row.ts";
import { ReceivedTable } from "./received-table.tsx";
import { queryOf, type ShownRows, shownRows } from "./received-view.ts";
import { useReceived } from "./use-received.ts";
import { useView } from "./use-view.ts";
import "../styles/received-filters.css";
import "../styles/received-table.css";
import "../styles/received-cards.css";

/** What the districts sent in: all of it, searched, filtered and sorted on this computer. */
export function ReceivedScreen() {
  const received = useReceived();
  const [view, change] = useView();
  const province = provinceWords();
  const shown = received && shownRows(received.rows, view);
  return (
    <PlannerFrame
      title={province.title}
      scope={received ? province.reports(received.rows.length) : ""}
      search={{ value: view.typed, onInput: (typed) => change({ typed }) }}
    >
      {received && shown && (
        <>
          <div class="received-filters">
            <PartFilter
              parts={received.parts}
              value={view.within}
              onChange={(within) => change({ within })}
            />
            <FilterChips
              label={province.byState}
              options={stateOptions(shown.counts)}
              value={view.status}
              onChange={(status) => change({ status })}
            />
          </div>
          {shown.rows.length > 0 ? (
            <div class="received-card">
              <ReceivedTable
                rows={shown.pageRows}
                view={view}
                onSort={(sort, reversed) => change({ sort, reversed })}
                hrefOf={({ submissionId }) => `/received/${submissionId}${queryOf(view)}`}
              />
              <Pager
                page={shown.page}
                pages={shown.pages}
                onPage={(page) => change({ page })}
                note={province.reports(shown.rows.length)}
              />
            </div>
          ) : (
            <NothingShown
              isFiltered={received.rows.length > 0}
              onShowAll={() => change({ typed: "", status: "all", within: "" })}
            />
          )}
        </>
      )}
    </PlannerFrame>
  );
}

function stateOptions(counts: ShownRows["counts"]) {
  const { status, list } = t();
  return [
    { value: "all" as const, label: list.all, count: counts.all },
    ...RECEIVED_STATUSES.map((value) => ({
      value,
      label: status[value],
      count: counts[value],
      icon: (
        <span class={`state-icon tone-${STATUS_LOOKS[value].tone}`}>
          <Icon node={STATUS_LOOKS[value].icon} size={18} />
        </span>
      ),
    })),
  ];
}

type NothingShownProps = { isFiltered: boolean; onShowAll: () => void };

function NothingShown({ isFiltered, onShowAll }: NothingShownProps) {
  const province = provinceWords();
  return isFiltered ? (
    <EmptyState
      title={province.nothingFound}
      detail={province.nothingFoundDetail}
      action={<Button onClick={onShowAll}>{province.showEverything}</Button>}
    />
  ) : (
    <EmptyState title={province.nothingReceived} detail={province.nothingReceivedDetail} />
  );
}
