import { type Attachment, isPhoto } from "../../shared/attachment.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { SubmissionState } from "../db/report-state.ts";
import type { SubmissionRow, UploadRow } from "../db/rows.ts";
import { clock, count, dayMonth, daysUntil } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { SubmissionView } from "./read-submission.ts";

/** Under each stop of the journey when the report came there, or why it waits. */
export function journeyNotes(
  { draft, outbox, confirmed, uploads }: SubmissionView,
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
    kind === "photos-pending" ? photosThere(confirmed, uploads) : arrival(confirmed, reviewed),
    state === "endorsed" ? reviewed : undefined,
  ];
}

/** Sent back, or the number it was received under. */
function arrival({ seq, review }: SubmissionRow, reviewed: string | undefined): string {
  const { journey } = t();
  if (review.state === "returned") return `${journey.sentBack} ${reviewed ?? ""}`;
  return journey.number(count(seq));
}

/** How many of its files have come there: those the mirror says, and those sent since. */
function photosThere(
  { attachments, missingFiles }: SubmissionRow,
  uploads: readonly UploadRow[],
): string {
  const sent = new Set(uploads.filter(({ state }) => state === "done").map(({ sha256 }) => sha256));
  const missing = new Set(missingFiles.filter((sha256) => !sent.has(sha256)));
  const photos = attachments.filter(isPhoto);
  const isPending = ({ sha256 }: Attachment) => missing.has(sha256);
  const counted = photos.some(isPending) ? photos : attachments;
  return t().sync.photos(counted.length - counted.filter(isPending).length, counted.length);
}

/** The time of today, the day of any other. */
export function moment(at: Instant, now: Instant): string {
  return daysUntil(at, new Date(now)) === 0 ? clock(at) : dayMonth(at);
}
