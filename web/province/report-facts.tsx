import { overallProgress } from "../../shared/progress.ts";
import { mayReview } from "../../shared/role.ts";
import { commentSubject } from "../comment-subject.ts";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { useCurrentPerson } from "../current-person.ts";
import type { ReceivedReport } from "../db/received-report.ts";
import { shortDate } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { receivedVersions } from "../version-entries.ts";
import { VersionHistory } from "../version-history.tsx";
import { MergeNote } from "./merge-note.tsx";
import { receivedStates } from "./received-row.ts";
import { ReportAreas } from "./report-areas.tsx";
import { reportBodyOf } from "./report-body.ts";
import { ReviewPanel } from "./review-panel.tsx";

/** The right pane: where the report stands, what the province said, and what is short enough to stand here. */
export function ReportFacts(opened: ReceivedReport) {
  const { report, assignment, areaNames } = opened;
  const { status, count } = receivedStates([report])(report.id);
  const { comments } = report.review;
  const body = reportBodyOf(report);
  const { role } = useCurrentPerson();
  const { review, form } = t();
  const province = provinceWords();
  return (
    <aside class="report-facts" aria-label={form.overall}>
      <div class="report-standing">
        <ProgressRing
          percent={overallProgress(assignment.project.steps, body.steps)}
          label={form.overall}
        />
        <StatusChip status={status} count={count} />
      </div>
      {comments.length > 0 && (
        <section>
          <h3 class="report-heading">
            {review.comments} {comments.length}
          </h3>
          {comments.map((comment, at) => (
            <PinnedComment
              key={comment.id}
              number={at + 1}
              subject={commentSubject(comment.field, assignment, report.attachments)}
              text={comment.text}
            />
          ))}
        </section>
      )}
      {mayReview(role) && <ReviewPanel key={report.id} {...opened} />}
      <section>
        <h3 class="report-heading">{form.successPoints}</h3>
        <p class="success-points">
          {body.successPoints === "" ? (
            <span class="text-ink3">{province.notEntered}</span>
          ) : (
            <ThaiText>{body.successPoints}</ThaiText>
          )}
        </p>
      </section>
      <section>
        <h3 class="report-heading">{province.activityDates}</h3>
        <p>{activityWords(body.activity)}</p>
      </section>
      {body.areaCodes.length > 0 && (
        <section>
          <h3 class="report-heading">{form.areas}</h3>
          <ReportAreas body={body} areaNames={areaNames} />
        </section>
      )}
      <section>
        <h3 class="report-heading">{review.history}</h3>
        <VersionHistory
          entries={receivedVersions(report)}
          assignment={assignment}
          attachments={report.attachments}
          areaNames={areaNames}
          shownBeside={report.review.at}
          noteOn={(version) => <MergeNote report={report} version={version} />}
        />
      </section>
    </aside>
  );
}

function activityWords(activity: { from: string; to: string } | null): string {
  const province = provinceWords();
  if (activity === null) return province.notEntered;
  const { from, to } = activity;
  return from === to ? shortDate(from) : province.fromTo(shortDate(from), shortDate(to));
}
