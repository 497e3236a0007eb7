import { Lock } from "lucide";
import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice } from "../components/notice.tsx";
import { Pager } from "../components/pager.tsx";
import { SearchField } from "../components/search-field.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { assignmentsOf } from "../db/assignments.ts";
import type { AssignmentRow } from "../db/rows.ts";
import { FieldFrame } from "../field-frame.tsx";
import { useFiscalYear } from "../fiscal-year.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { useStateSources, useSubmissionStates } from "../submission-states.ts";
import { AreaProjectRows } from "./area-project-rows.tsx";
import { areaRecords } from "./area-records.ts";
import { searchProjects } from "./report-filter.ts";
import { useSearchKeys } from "./use-search-keys.ts";

const ROWS_A_PAGE = 10;

/** การบันทึกข้อมูลเชิงพื้นที่: the projects whose areas are recorded one by one (R36, R43). */
export function AreaListScreen() {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const { fiscalYear, open } = useFiscalYear();
  const { query, route } = useLocation();
  const assignments = useLive<AssignmentRow[] | null>(
    () => assignmentsOf(db, orgUnitCode, fiscalYear),
    [db, orgUnitCode, fiscalYear],
    null,
  ).value;
  const stored = useStateSources();
  const states = useSubmissionStates(stored);
  const projects = useMemo(
    () =>
      (assignments ?? [])
        .filter(({ project }) => project.needsAreaData)
        .map((assignment) => ({ assignment })),
    [assignments],
  );
  const keysOf = useSearchKeys(projects);
  const { area, list, form } = t();
  if (assignments === null || !stored) {
    return <FieldFrame title={area.titleShort}>{null}</FieldFrame>;
  }
  const found = searchProjects(projects, query.q ?? "", keysOf);
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1), pages);
  const onPage = found.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  const show = (q: string, at: number) =>
    route(`/areas?${new URLSearchParams({ q, page: String(at) })}`, true);
  return (
    <FieldFrame title={area.titleShort}>
      <div class="area-list">
        <h1 class="text-form">{area.title}</h1>
        {!open && (
          <Notice tone="kram" icon={Lock}>
            {form.readOnlyYear(fiscalYear)}
          </Notice>
        )}
        <SearchField
          label={list.search}
          value={query.q ?? ""}
          onInput={(typed) => show(typed, 1)}
        />
        <section class="card">
          {onPage.length > 0 ? (
            <AreaProjectRows
              assignments={onPage.map(({ assignment }) => assignment)}
              records={areaRecords(stored, states)}
              yearIsOpen={open}
            />
          ) : (
            <EmptyState title={projects.length === 0 ? area.noneNeeded : list.nothingFound} />
          )}
          {pages > 1 && (
            <Pager page={page} pages={pages} onPage={(next) => show(query.q ?? "", next)} />
          )}
        </section>
      </div>
    </FieldFrame>
  );
}
