import type { ComponentChildren } from "preact";
import type { Assignment } from "../../shared/assignment.ts";
import { overallProgress } from "../../shared/progress.ts";
import type { ReportBody } from "../../shared/report.ts";
import { FormHeader } from "../components/form-header.tsx";
import { Journey } from "../components/journey.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { journeyOf, type SubmissionState } from "../db/report-state.ts";
import { dayMonth } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

type ReportHeaderProps = {
  assignment: Assignment;
  body: ReportBody;
  state: SubmissionState;
  /** The parts of the form, as tabs. */
  sections: ComponentChildren;
};

/** Which report this is, where it is, and how far. */
export function ReportHeader({ assignment, body, state, sections }: ReportHeaderProps) {
  const { project, dueOn } = assignment;
  const { form, time } = t();
  return (
    <FormHeader
      title={project.path.at(-1)?.name ?? project.code}
      backHref="/reports"
      sections={sections}
      aside={
        <div class="flex flex-none items-center gap-4 text-right">
          <div class="max-sm:sr-only">
            <div>{form.overall}</div>
            {dueOn && <div>{time.dueOn(dayMonth(dueOn))}</div>}
          </div>
          <ProgressRing percent={overallProgress(project.steps, body.steps)} label={form.overall} />
        </div>
      }
    >
      <span class="source-badge">{project.budgetSource}</span>
      <span class="code">{project.code}</span>
      <StatusChip status={state.kind} count={state.count} />
      <Journey status={state.kind} steps={journeyOf(state)} />
      {state.kind !== "not-reported" && (
        <a class="quiet-link" href={`/reports/${assignment.id}/history`}>
          {t().review.history}
        </a>
      )}
    </FormHeader>
  );
}
