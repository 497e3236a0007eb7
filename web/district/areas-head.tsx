import { ArrowLeft } from "lucide";
import { areaTotals, excessSatang } from "../../shared/area-totals.ts";
import type { Assignment } from "../../shared/assignment.ts";
import { percentOf } from "../../shared/money.ts";
import { Icon } from "../components/icon.tsx";
import { ProgressBar } from "../components/progress-bar.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { baht, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { projectName } from "../project-name.ts";
import type { AreaRecord } from "./area-records.ts";

type AreasHeadProps = {
  assignment: Assignment;
  records: readonly AreaRecord[];
  /** The project is what the screen is about; else it is one record of it. */
  isTitle: boolean;
};

/** Which project, and what its areas come to: how many of those planned, people, money. */
export function AreasHead({ assignment, records, isTitle }: AreasHeadProps) {
  const { area } = t();
  const { project } = assignment;
  const Title = isTitle ? "h1" : "p";
  return (
    <>
      <a class="text-link justify-self-start max-sm:hidden" href="/areas">
        <Icon node={ArrowLeft} size={20} />
        {area.projects}
      </a>
      <Title class="text-title max-sm:sr-only">
        <ThaiText>{projectName(assignment)}</ThaiText>
      </Title>
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="source-badge">{project.budgetSource}</span>
        <span class="code">{project.code}</span>
      </p>
      <Totals assignment={assignment} records={records} />
    </>
  );
}

function Totals({ assignment, records }: Omit<AreasHeadProps, "isTitle">) {
  const { area, form } = t();
  const { plannedAreaCount, allotmentSatang } = assignment;
  const totals = areaTotals(records.map(({ body }) => body));
  const isOver = excessSatang(totals.costSatang, allotmentSatang) > 0;
  return (
    <div class="area-totals">
      <p class="flex flex-wrap justify-between gap-x-3">
        <span>
          {plannedAreaCount > 0
            ? form.areasOfPlan(totals.areas, plannedAreaCount)
            : form.areasChosen(totals.areas)}
        </span>
        <span>{area.peopleCount(count(totals.people))}</span>
      </p>
      <ProgressBar percent={percentOf(totals.areas, plannedAreaCount)} />
      <p class={isOver ? "text-din" : undefined}>
        <b>{baht(totals.costSatang)}</b> {area.ofAllotment(baht(allotmentSatang))}
      </p>
    </div>
  );
}
