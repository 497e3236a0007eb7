import type { StoredReceipt } from "../../shared/push.ts";
import { contentOf } from "./content.ts";
import type { OutboxRow, SubmissionRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/**
 * Shows in the mirror at once what the server stored, until the next pull brings the row itself.
 * Only where the unit still has the assignment: a mirror holds what its people may see (D2).
 * Runs inside a transaction over `submissions`, `assignments` and `people`.
 */
export async function mirrorReceipt(
  db: AppDb,
  row: OutboxRow,
  receipt: StoredReceipt,
): Promise<void> {
  const author = await db.people.get(row.authorId);
  const assignments = await db.assignments.where("id").equals(row.assignmentId).toArray();
  for (const { unit } of assignments) {
    const before = await db.submissions.get([unit, row.submissionId]);
    if (before && before.version >= receipt.version) continue;
    await db.submissions.put(confirmed(row, receipt, { unit, before, name: author?.displayName }));
  }
}

function confirmed(
  row: OutboxRow,
  receipt: StoredReceipt,
  seen: { unit: string; before: SubmissionRow | undefined; name: string | undefined },
): SubmissionRow {
  const { mutation, submissionId, assignmentId, authorId } = row;
  const { body, attachments } = receipt.outcome === "merged" ? receipt : contentOf(mutation);
  return {
    unit: seen.unit,
    id: submissionId,
    kind: mutation.kind,
    assignmentId,
    version: receipt.version,
    seq: receipt.seq,
    body,
    attachments,
    authorId,
    authorName: seen.name ?? "",
    madeAt: mutation.madeAt,
    receivedAt: receipt.receivedAt,
    missingFiles: receipt.missingFiles,
    review: { state: "received", at: null, byName: null, comments: [] },
  };
}
