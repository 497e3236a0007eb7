import { PencilLine } from "lucide";
import { Icon } from "../components/icon.tsx";
import { JourneyTimeline } from "../components/journey-timeline.tsx";
import { journeyOf } from "../db/report-state.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { journeyNotes, moment } from "./journey-notes.ts";
import { type SubmissionView, stateOf, versionOf } from "./read-submission.ts";

/**
 * Where a report is. What was sent goes on while its author writes the next version, so a draft on
 * top of it is told beside that journey, not in its place.
 */
export function ReportJourney({ report }: { report: SubmissionView }) {
  const { sync, now } = useServices();
  const { draft, outbox, confirmed } = report;
  const next = confirmed || outbox.length > 0 ? draft : undefined;
  const told = next ? { ...report, draft: undefined } : report;
  const state = stateOf(told, sync.status.value.sending);
  return (
    <>
      <JourneyTimeline
        status={state.kind}
        steps={journeyOf(state)}
        notes={journeyNotes(told, state, now())}
      />
      {next && (
        <p class="mt-4 flex items-center gap-2">
          <Icon node={PencilLine} size={20} class="text-ink2" />
          {t().journey.draftHere(versionOf(report), moment(next.updatedAt, now()))}
        </p>
      )}
    </>
  );
}
