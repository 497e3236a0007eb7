import { ProjectRow } from "../components/project-row.tsx";
import { journeyOf } from "../db/report-state.ts";
import type { ReportRow } from "./report-filter.ts";
import { type ListView, listHref } from "./use-list-view.ts";

type ReportRowsProps = {
  rows: readonly ReportRow[];
  view: ListView;
  /** The row that the pane beside the list shows; without a pane a row leads to its form. */
  shown: string | undefined;
};

/** One page of projects: code, numbered name, state, how far (R20, R23). */
export function ReportRows({ rows, view, shown }: ReportRowsProps) {
  return rows.map(({ assignment, state, percent }) => {
    const { id, project } = assignment;
    const last = project.path.at(-1);
    return (
      <ProjectRow
        key={id}
        href={shown === undefined ? `/reports/${id}` : listHref({ ...view, shown: id })}
        budgetSource={project.budgetSource}
        code={project.code}
        parents={project.path.slice(0, -1).map(({ number, name }) => `${number} ${name}`)}
        number={last?.number ?? ""}
        name={last?.name ?? project.code}
        status={state.kind}
        count={state.count}
        steps={journeyOf(state)}
        percent={percent}
        current={id === shown}
      />
    );
  });
}
