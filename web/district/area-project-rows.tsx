import { List, Plus } from "lucide";
import { useLocation } from "preact-iso";
import { areaTotals, excessSatang } from "../../shared/area-totals.ts";
import type { Assignment } from "../../shared/assignment.ts";
import { Button, ButtonLink } from "../components/button.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { areasHref } from "../form-href.ts";
import { baht } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { AreaRecord } from "./area-records.ts";

type AreaProjectRowsProps = {
  assignments: readonly Assignment[];
  records: readonly AreaRecord[];
  yearIsOpen: boolean;
};

/** R36: รหัสโครงการ, แผนงานโครงการ and both actions (R37), a row a project. */
export function AreaProjectRows({ assignments, records, yearIsOpen }: AreaProjectRowsProps) {
  const { area } = t();
  const byAssignment = Map.groupBy(records, ({ assignmentId }) => assignmentId);
  return (
    <table class="area-table">
      <thead>
        <tr>
          <th scope="col">{area.projectCode}</th>
          <th scope="col">{area.projectPlan}</th>
          <th scope="col">{area.record}</th>
          <th scope="col">{area.data}</th>
        </tr>
      </thead>
      <tbody>
        {assignments.map((assignment) => (
          <AreaProjectRow
            key={assignment.id}
            assignment={assignment}
            records={byAssignment.get(assignment.id) ?? []}
            isOpen={yearIsOpen && assignment.open}
          />
        ))}
      </tbody>
    </table>
  );
}

type AreaProjectRowProps = {
  assignment: Assignment;
  records: readonly AreaRecord[];
  isOpen: boolean;
};

function AreaProjectRow({ assignment, records, isOpen }: AreaProjectRowProps) {
  const { route } = useLocation();
  const { area, form } = t();
  const { id, project, plannedAreaCount, allotmentSatang } = assignment;
  const totals = areaTotals(records.map(({ body }) => body));
  const last = project.path.at(-1);
  return (
    <tr>
      <td class="area-code">
        <span class="source-badge">{project.budgetSource}</span>{" "}
        <span class="code">{project.code}</span>
      </td>
      <th scope="row">
        {last?.number}{" "}
        <b>
          <ThaiText>{last?.name ?? project.code}</ThaiText>
        </b>
        <span class="block text-ink2">
          {plannedAreaCount > 0
            ? form.areasOfPlan(totals.areas, plannedAreaCount)
            : form.areasChosen(totals.areas)}
          {" · "}
          <span class={excessSatang(totals.costSatang, allotmentSatang) > 0 ? "text-din" : ""}>
            {baht(totals.costSatang)}
          </span>{" "}
          {area.ofAllotment(baht(allotmentSatang))}
        </span>
      </th>
      <td>
        <Button
          icon={Plus}
          disabled={!isOpen}
          onClick={() => route(`${areasHref(id)}/${crypto.randomUUID()}`)}
        >
          {area.record}
        </Button>
      </td>
      <td>
        <ButtonLink icon={List} href={areasHref(id)}>
          {area.show}
        </ButtonLink>
      </td>
    </tr>
  );
}
