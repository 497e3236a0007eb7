import { isPhoto } from "../../shared/attachment.ts";
import { isUntouched } from "./drafts.ts";
import type { DraftRow, OutboxRow, SettledRow, SubmissionRow, UploadRow } from "./rows.ts";

/** The ten states a submission can be seen in. */
export type SubmissionState = {
  kind:
    | "not-reported"
    | "draft"
    | "queued"
    | "sending"
    | "photos-pending"
    | "received"
    | "returned"
    | "conflict"
    | "needs-care"
    | "endorsed";
  /** Of `photos-pending` the files to come, of `returned` the reviewer's comments; else 0. */
  count: number;
  /** Files of this submission that the server refused for good. */
  refusedFiles: number;
};

/** One diamond of the journey: tablet, text, photos, province. */
export type JourneyStep = "empty" | "half" | "full" | "alert";

/** What the states are made from; whole tables, as they are. */
export type StateSources = {
  /** Of the person at the tablet: a colleague's unfinished draft is the colleague's. */
  drafts: readonly DraftRow[];
  outbox: readonly OutboxRow[];
  settled: readonly SettledRow[];
  uploads: readonly UploadRow[];
  submissions: readonly SubmissionRow[];
  /** Mutations in the request that is under way. */
  sending: ReadonlySet<string>;
};

export const notReported: SubmissionState = { kind: "not-reported", count: 0, refusedFiles: 0 };

/**
 * The state of every submission this tablet knows of, by submission id, in one pass over each
 * table. What the person still has to do comes before what is under way, and that before what the
 * server confirmed. A submission that is not in the map was never begun: `notReported`.
 */
export function submissionStates(sources: StateSources): Map<string, SubmissionState> {
  const { sent, refused } = fileCounts(sources.uploads);
  const states = new Map<string, SubmissionState>();
  const set = (id: string, kind: SubmissionState["kind"], count = 0) =>
    states.set(id, { kind, count, refusedFiles: refused.get(id) ?? 0 });

  for (const row of sources.submissions) {
    const { kind, count } = confirmedState(row, sent.get(row.id));
    set(row.id, kind, count);
  }
  for (const id of refused.keys()) set(id, "needs-care");
  for (const row of sources.outbox) {
    if (row.problem) set(row.submissionId, "needs-care");
    else if (sources.sending.has(row.mutationId)) set(row.submissionId, "sending");
    else if (states.get(row.submissionId)?.kind !== "sending") set(row.submissionId, "queued");
  }
  for (const draft of sources.drafts) {
    if (!isUntouched(draft)) set(draft.submissionId, "draft");
  }
  for (const row of sources.settled) {
    if (row.needsCare === 0) continue;
    set(row.submissionId, row.receipt.outcome === "conflict" ? "conflict" : "needs-care");
  }
  return states;
}

const JOURNEYS: Record<SubmissionState["kind"], readonly JourneyStep[]> = {
  "not-reported": ["empty", "empty", "empty", "empty"],
  draft: ["half", "empty", "empty", "empty"],
  queued: ["full", "empty", "empty", "empty"],
  sending: ["full", "half", "empty", "empty"],
  "photos-pending": ["full", "full", "half", "empty"],
  received: ["full", "full", "full", "empty"],
  returned: ["full", "full", "alert", "empty"],
  conflict: ["alert", "empty", "empty", "empty"],
  "needs-care": ["alert", "empty", "empty", "empty"],
  endorsed: ["full", "full", "full", "full"],
};

/** How far a submission has come on its way to the province. */
export function journeyOf({ kind }: SubmissionState): readonly JourneyStep[] {
  return JOURNEYS[kind];
}

function confirmedState(
  { review, missingFiles, attachments }: SubmissionRow,
  sent: ReadonlySet<string> | undefined,
): { kind: SubmissionState["kind"]; count: number } {
  if (review.state === "endorsed") return { kind: "endorsed", count: 0 };
  if (review.state === "returned") return { kind: "returned", count: review.comments.length };
  const missing = missingFiles.filter((sha256) => !sent?.has(sha256));
  if (missing.length === 0) return { kind: "received", count: 0 };
  const photos = new Set(attachments.filter(isPhoto).map(({ sha256 }) => sha256));
  const photosMissing = missing.filter((sha256) => photos.has(sha256)).length;
  return { kind: "photos-pending", count: photosMissing || missing.length };
}

/** By submission: the files sent since the mirror was pulled, and how many were refused. */
function fileCounts(uploads: readonly UploadRow[]) {
  const sent = new Map<string, Set<string>>();
  const refused = new Map<string, number>();
  for (const { submissionId, sha256, state } of uploads) {
    if (state === "done") {
      const hashes = sent.get(submissionId) ?? new Set();
      sent.set(submissionId, hashes.add(sha256));
    } else if (state === "refused") {
      refused.set(submissionId, (refused.get(submissionId) ?? 0) + 1);
    }
  }
  return { sent, refused };
}
