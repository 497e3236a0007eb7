import { differenceTo } from "../../shared/history.ts";
import type { StoredReceipt } from "../../shared/push.ts";
import type { Epoch } from "../../shared/scalars.ts";
import type {
  PastVersion,
  Review,
  StoredSubmission,
  SubmissionContent,
} from "../../shared/submission.ts";
import { readContent } from "./content.ts";
import type { OutboxRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/**
 * Shows in the mirror at once what the server stored, until the next pull brings the row itself.
 * Only where the unit still has the assignment: a mirror holds what its people may see (D2).
 * A mirror of another life of the server waits for its pull: its versions are numbered otherwise.
 * Runs inside a transaction over `submissions`, `assignments`, `cursors` and `people`.
 */
export async function mirrorReceipt(
  db: AppDb,
  row: OutboxRow,
  receipt: StoredReceipt,
  epoch: Epoch,
): Promise<void> {
  const content = receipt.outcome === "merged" ? receipt : readContent(row.mutation);
  if (!content) return;
  const { body, attachments } = content;
  const author = await db.people.get(row.authorId);
  const assignments = await db.assignments.where("id").equals(row.assignmentId).toArray();
  for (const { unit } of assignments) {
    const mirrored = await db.cursors.get(unit);
    if (mirrored && mirrored.epoch !== epoch) continue;
    const before = await db.submissions.get([unit, row.submissionId]);
    if (before && before.version >= receipt.version) continue;
    await db.submissions.put({
      ...confirmed(row, receipt),
      unit,
      body,
      attachments,
      authorName: author?.displayName ?? "",
      earlierReviews: [],
      history: before ? [pastVersion(before, { body, attachments }), ...before.history] : [],
    });
  }
}

function confirmed(row: OutboxRow, receipt: StoredReceipt) {
  const { mutation, submissionId, assignmentId, authorId } = row;
  const { version, seq, receivedAt, missingFiles } = receipt;
  return {
    id: submissionId,
    kind: mutation.kind,
    assignmentId,
    version,
    seq,
    authorId,
    madeAt: mutation.madeAt,
    receivedAt,
    missingFiles,
    review: notReviewed,
  };
}

/** What was the newest until now, with all that the province said about it (V4). */
function pastVersion(before: StoredSubmission, later: SubmissionContent): PastVersion {
  const { version, seq, authorName, madeAt, receivedAt, review, earlierReviews } = before;
  return {
    version,
    seq,
    authorName,
    madeAt,
    receivedAt,
    ...differenceTo(later, before),
    reviews: review.at === null ? [] : [...earlierReviews, review],
  };
}

const notReviewed: Review = { state: "received", at: null, byId: null, byName: null, comments: [] };
