import { ArrowLeft } from "lucide";
import type { Assignment } from "../../shared/assignment.ts";
import { overallProgress } from "../../shared/progress.ts";
import type { ReportBody } from "../../shared/report.ts";
import { Icon } from "../components/icon.tsx";
import { Journey } from "../components/journey.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { journeyOf, type SubmissionState } from "../db/report-state.ts";
import { dayMonth } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";

type ReportHeaderProps = {
  assignment: Assignment;
  body: ReportBody;
  state: SubmissionState;
  backHref: string;
};

/** Which report this is, where it is, and how far. */
export function ReportHeader({ assignment, body, state, backHref }: ReportHeaderProps) {
  const { project, dueOn } = assignment;
  const { form, time, actions } = t();
  const last = project.path.at(-1);
  return (
    <header class="report-header">
      <a class="report-back" href={backHref} aria-label={actions.back}>
        <Icon node={ArrowLeft} size={26} />
      </a>
      <div class="min-w-0 flex-1">
        <h1 class="text-form max-sm:sr-only">
          <ThaiText>{last?.name ?? project.code}</ThaiText>
        </h1>
        <div class="report-facts">
          <span class="source-badge">{project.budgetSource}</span>
          <span class="code">{project.code}</span>
          <StatusChip status={state.kind} count={state.count} />
          <Journey status={state.kind} steps={journeyOf(state)} />
        </div>
      </div>
      <div class="report-overall">
        <div class="max-sm:sr-only">
          <div>{form.overall}</div>
          {dueOn && <div>{time.dueOn(dayMonth(dueOn))}</div>}
        </div>
        <ProgressRing percent={overallProgress(project.steps, body.steps)} label={form.overall} />
      </div>
    </header>
  );
}
