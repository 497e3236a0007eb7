import type { StoredSubmission } from "../../shared/submission.ts";
import { parseComments, parseContent } from "../stored-json.ts";
import { moveSubmissionChanges } from "./changes.ts";
import { readArrivals } from "./file-arrivals.ts";
import { advanceFeed, lockFeed } from "./installation.ts";
import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";
import { readHistories } from "./submission-history.ts";

/** Submissions as the server has them, with what a reader needs beside the content. */
export async function readSubmissions(db: Db, ids: Iterable<string>): Promise<StoredSubmission[]> {
  const wanted = [...ids];
  const rows = await db
    .selectFrom("submissions")
    .innerJoin("versions", (join) =>
      join
        .onRef("versions.submission_number", "=", "submissions.number")
        .onRef("versions.version", "=", "submissions.version"),
    )
    .innerJoin("people as authors", "authors.id", "versions.author_id")
    .leftJoin("reviews", "reviews.id", "submissions.review_id")
    .leftJoin("people as reviewers", "reviewers.id", "reviews.reviewer_id")
    .select([
      "submissions.id",
      "submissions.kind",
      "submissions.assignment_id",
      "submissions.version",
      "submissions.review_id",
      "versions.seq",
      "versions.author_id",
      "versions.made_at",
      "versions.received_at",
      "versions.body",
      "versions.attachments",
      "authors.display_name as author_name",
      "reviews.state as review_state",
      "reviews.reviewed_at",
      "reviews.comments as review_comments",
      "reviews.reviewer_id",
      "reviewers.display_name as reviewer_name",
    ])
    .where("submissions.id", "in", anyOf(wanted))
    .execute();
  const arrivals = await readArrivals(db, wanted);
  const histories = await readHistories(
    db,
    rows.filter(({ version, review_id }) => version > 1 || review_id !== null),
  );
  return rows.map((row) => {
    const { body, attachments } = parseContent(row);
    return {
      id: row.id,
      kind: row.kind,
      assignmentId: row.assignment_id,
      version: row.version,
      seq: row.seq,
      body,
      attachments,
      authorId: row.author_id,
      authorName: row.author_name,
      madeAt: row.made_at,
      receivedAt: row.received_at,
      missingFiles: attachments
        .map(({ sha256 }) => sha256)
        .filter((sha256) => !arrivals.has(row.id, sha256)),
      review: {
        state: row.review_state ?? "received",
        at: row.reviewed_at,
        byId: row.reviewer_id,
        byName: row.reviewer_name,
        comments: row.review_comments === null ? [] : parseComments(row.review_comments),
      },
      ...(histories.get(row.id) ?? NO_HISTORY),
    };
  });
}

const NO_HISTORY = { earlierReviews: [], history: [] };

/** Tells the feed that something about a submission changed; no news while nothing of it is stored. */
export async function appendSubmissionChange(tx: Db, submissionId: string): Promise<void> {
  const { head_seq } = await lockFeed(tx);
  const submission = await findStoredSubmission(tx, submissionId);
  if (!submission) return;
  const seq = head_seq + 1;
  await moveSubmissionChanges(tx, [{ ...submission, seq }]);
  await advanceFeed(tx, seq);
}

/** A submission and the office whose row it is; none while it has no stored version. */
export async function findStoredSubmission(
  db: Db,
  submissionId: string,
): Promise<{ number: number; id: string; scope: string } | undefined> {
  return db
    .selectFrom("submissions")
    .innerJoin("assignments", "assignments.id", "submissions.assignment_id")
    .select(["submissions.number", "submissions.id", "assignments.district_code as scope"])
    .where("submissions.id", "=", submissionId)
    .where("submissions.version", ">", 0)
    .executeTakeFirst();
}
