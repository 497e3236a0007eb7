import { ArrowRight, Printer } from "lucide";
import { useRoute } from "preact-iso";
import { commentSubject } from "../comment-subject.ts";
import { ButtonLink } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { FormHeader } from "../components/form-header.tsx";
import { PinnedComment } from "../components/pinned-comment.tsx";
import { StatusChip } from "../components/status-chip.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { FieldFrame } from "../field-frame.tsx";
import { historyWords } from "../i18n/history-words.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";
import { VersionHistory } from "../version-history.tsx";
import { pinsOf } from "./form-view.ts";
import { NoSuchReport } from "./no-such-report.tsx";
import { stateOf } from "./read-submission.ts";
import { newestContent } from "./report-content.ts";
import { type ReportHistory, readHistory } from "./report-history.ts";
import { ReportJourney } from "./report-journey.tsx";

/** After sending: where the report is, what the province said, and every version of it. */
export function HistoryScreen() {
  const { db } = useServices();
  const person = useCurrentPerson();
  const { assignmentId = "" } = useRoute().params;
  const found = useLive(
    async () => (await readHistory(db, person, assignmentId)) ?? "none",
    [db, person, assignmentId],
    undefined,
  );
  const words = historyWords();
  if (found.value === "none") return <NoSuchReport />;
  if (!found.value) return <FieldFrame title={words.title}>{null}</FieldFrame>;
  return <History {...found.value} />;
}

function History({ report, entries, areaNames }: ReportHistory) {
  const { sync } = useServices();
  const { assignment, draft, outbox, confirmed } = report;
  const { project } = assignment;
  const state = stateOf(report, sync.status.value.sending);
  const { attachments } = newestContent({ draft, queued: outbox.at(-1), confirmed });
  const form = `/reports/${assignment.id}`;
  const pins = pinsOf(confirmed);
  const words = historyWords();
  return (
    <FieldFrame title={project.path.at(-1)?.name ?? project.code} backHref={form}>
      <FormHeader title={words.title} backHref={form}>
        <span class="source-badge">{project.budgetSource}</span>
        <span class="code">{project.code}</span>
        <StatusChip status={state.kind} count={state.count} />
      </FormHeader>
      <div class="mx-auto grid max-w-4xl gap-4">
        <Card>
          <ReportJourney report={report} />
        </Card>
        {pins.map(({ id, number, field, text }) => (
          <PinnedComment
            key={id}
            number={number}
            subject={commentSubject(field, assignment, confirmed?.attachments ?? [])}
            text={text}
            actions={<ButtonLink href={`${form}#pin-${number}`}>{words.correctHere}</ButtonLink>}
          />
        ))}
        <div class="flex flex-wrap gap-3">
          {pins.length > 0 && (
            <ButtonLink kind="primary" trailingIcon={ArrowRight} href={form}>
              {words.correct}
            </ButtonLink>
          )}
          <ButtonLink icon={Printer} href={`${form}/print`}>
            {words.print}
          </ButtonLink>
        </div>
        <Card title={words.versions}>
          {entries.length === 0 ? (
            <p class="text-ink2">{words.nothingYet}</p>
          ) : (
            <VersionHistory
              entries={entries}
              assignment={assignment}
              attachments={attachments}
              areaNames={areaNames}
              shownBeside={pins.length > 0 ? (confirmed?.review.at ?? null) : null}
            />
          )}
        </Card>
      </div>
    </FieldFrame>
  );
}
