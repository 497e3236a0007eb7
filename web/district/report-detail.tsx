import { ArrowRight, FileText, History, Images, Printer } from "lucide";
import { isPhoto } from "../../shared/attachment.ts";
import { overallProgress } from "../../shared/progress.ts";
import { commentSubject } from "../comment-subject.ts";
import { ButtonLink } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { FileRow } from "../components/file-row.tsx";
import { JourneyTimeline } from "../components/journey-timeline.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { journeyOf, type SubmissionState } from "../db/report-state.ts";
import { baht, bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { pinsOf } from "./form-view.ts";
import { journeyNotes } from "./journey-notes.ts";
import { OutputSummary } from "./output-summary.tsx";
import { readReport, type SubmissionView, stateOf, versionOf } from "./read-submission.ts";
import { newestContent, type ReportContent } from "./report-content.ts";

/** Beside the list: where a report is, what it says, and the way into its form. */
export function ReportDetail({ assignmentId }: { assignmentId: string }) {
  const { db, sync, now } = useServices();
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
        <ProjectHeading report={report} state={state} />
        <JourneyTimeline
          status={state.kind}
          steps={journeyOf(state)}
          notes={journeyNotes(report, state, now())}
        />
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
        <InThisReport report={report} state={state} content={content} />
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

function ProjectHeading({ report, state }: { report: SubmissionView; state: SubmissionState }) {
  const { project } = report.assignment;
  const above = project.path.slice(0, -1);
  const last = project.path.at(-1);
  return (
    <div class="mb-5">
      <div class="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span class="flex flex-wrap items-center gap-x-3">
          <span class="source-badge">{project.budgetSource}</span>
          <span class="code">{project.code}</span>
        </span>
        <StatusChip status={state.kind} count={state.count} />
      </div>
      {above.length > 0 && (
        <ol class="text-ink2" aria-label={t().list.hierarchy}>
          {above.map(({ number, name }) => (
            <li key={number}>
              {number} <ThaiText>{name}</ThaiText>
            </li>
          ))}
        </ol>
      )}
      <h2 class="text-page">
        <span class="font-normal">{last?.number}</span> <ThaiText>{last?.name ?? ""}</ThaiText>
      </h2>
    </div>
  );
}

function InThisReport(props: {
  report: SubmissionView;
  state: SubmissionState;
  content: ReportContent;
}) {
  const { report, state, content } = props;
  const { list, files } = t();
  const photos = content.attachments.filter(isPhoto);
  const documents = content.attachments.length - photos.length;
  const sizeOf = (sizes: readonly { sizeBytes: number }[]) =>
    bytes(sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const textBytes = new TextEncoder().encode(JSON.stringify(content.body)).length;
  // The text has arrived where only photos are still to come.
  const textStatus = state.kind === "photos-pending" ? "received" : state.kind;
  return (
    <section class="grid gap-2.5" aria-label={list.inThisSubmission}>
      <FileRow
        icon={FileText}
        name={list.textAndNumbers}
        detail={list.versionAndSize(versionOf(report), bytes(textBytes))}
        status={textStatus}
      />
      {content.attachments.length > 0 && (
        <FileRow
          icon={Images}
          name={[
            photos.length > 0 ? files.photos(photos.length) : "",
            documents > 0 ? files.documents(documents) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
          detail={sizeOf(content.attachments)}
          status={state.kind}
          count={state.kind === "photos-pending" ? state.count : 0}
        />
      )}
    </section>
  );
}
