import { ArrowRight, History, Printer } from "lucide";
import { overallProgress } from "../../shared/progress.ts";
import { commentSubject } from "../comment-subject.ts";
import { ButtonLink } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { baht } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { pinsOf } from "./form-view.ts";
import { InThisReport } from "./in-this-report.tsx";
import { OutputSummary } from "./output-summary.tsx";
import { ProjectHeading } from "./project-heading.tsx";
import { readReport, type SubmissionView, stateOf, versionOf } from "./read-submission.ts";
import { newestContent } from "./report-content.ts";
import { ReportJourney } from "./report-journey.tsx";

/** Beside the list: where a report is, what it says, and the way into its form. */
export function ReportDetail({ assignmentId }: { assignmentId: string }) {
  const { db, sync } = useServices();
  const person = useCurrentPerson();
  const found = useLive<SubmissionView | undefined>(
    () => readReport(db, person, assignmentId),
    [db, person, assignmentId],
    undefined,
  );
  const report = found.value;
  if (!report) return <div />;
  const { assignment, outbox, confirmed, draft } = report;
  const state = stateOf(report, sync.status.value.sending);
  const content = newestContent({ draft, queued: outbox.at(-1), confirmed });
  const { steps } = assignment.project;
  const { list, form } = t();
  const done = steps.filter(({ id }) => content.body.steps[id] === 100).length;
  const isOver = state.kind === "endorsed" || !assignment.open;
  return (
    <div class="report-detail">
      <Card>
        <ProjectHeading project={assignment.project} state={state} />
        <ReportJourney report={report} />
      </Card>
      <div class="report-figures">
        <Card>
          <OutputSummary assignment={assignment} body={content.body} />
        </Card>
        <Card>
          <div class="flex items-center gap-5">
            <ProgressRing
              size="large"
              percent={overallProgress(steps, content.body.steps)}
              label={form.overall}
            />
            <div>
              <div class="text-ink2">{form.steps}</div>
              <b class="text-title">{list.stepsDone(done, steps.length)}</b>
              <div class="text-ink2">{list.allotment(baht(assignment.allotmentSatang))}</div>
            </div>
          </div>
        </Card>
      </div>
      {state.kind !== "not-reported" && (
        <InThisReport version={versionOf(report)} state={state} content={content} />
      )}
      {pinsOf(confirmed).map(({ id, number, field, text }) => (
        <PinnedComment
          key={id}
          number={number}
          subject={commentSubject(field, assignment, confirmed?.attachments ?? [])}
          text={text}
        />
      ))}
      <div class="flex flex-wrap gap-3">
        <ButtonLink kind="primary" trailingIcon={ArrowRight} href={`/reports/${assignmentId}`}>
          {isOver ? list.readForm : list.openForm}
        </ButtonLink>
        {state.kind !== "not-reported" && (
          <>
            <ButtonLink icon={History} href={`/reports/${assignmentId}/history`}>
              {t().review.history}
            </ButtonLink>
            <ButtonLink icon={Printer} href={`/reports/${assignmentId}/print`}>
              {t().actions.print}
            </ButtonLink>
          </>
        )}
      </div>
    </div>
  );
}
