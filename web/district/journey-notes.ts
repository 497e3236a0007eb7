import type { Instant } from "../../shared/scalars.ts";
import type { SubmissionState } from "../db/report-state.ts";
import { clock, dayMonth, daysUntil } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { SubmissionView } from "./read-submission.ts";

/** Under each stop of the journey when the report came there, or why it waits. */
export function journeyNotes(
  { draft, outbox, confirmed }: SubmissionView,
  { kind }: SubmissionState,
  now: Instant,
): (string | undefined)[] {
  const when = (at: Instant | null | undefined) => at && moment(at, now);
  const { journey } = t();
  const queued = outbox.at(-1);
  const here = when(draft?.updatedAt ?? queued?.queuedAt ?? confirmed?.madeAt);
  if (draft) return [here || undefined];
  if (queued) return [here || undefined, kind === "queued" ? journey.waitingForSignal : undefined];
  if (!confirmed) return [];
  const received = when(confirmed.receivedAt) || undefined;
  const { state, at } = confirmed.review;
  const reviewed = when(at) || undefined;
  return [
    here || undefined,
    received,
    state === "returned" ? `${journey.sentBack} ${reviewed ?? ""}` : received,
    state === "endorsed" ? reviewed : undefined,
  ];
}

/** The time of today, the day of any other. */
function moment(at: Instant, now: Instant): string {
  return daysUntil(at, new Date(now)) === 0 ? clock(at) : dayMonth(at);
}
