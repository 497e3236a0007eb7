import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { ReviewComment, ReviewState } from "../../shared/submission.ts";
import { parseComments } from "../stored-json.ts";
import type { Db } from "./open.ts";
import { appendSubmissionChange } from "./submissions.ts";

/** What of a submission decides whether somebody may review it now, and whether they just did. */
export type Reviewable = {
  version: number;
  scope: OrgUnitCode;
  /** Of this version. */
  lastReview:
    | { at: Instant; said: { reviewerId: string; state: ReviewState; comments: ReviewComment[] } }
    | undefined;
};

export async function findReviewable(
  db: Db,
  submissionId: string,
): Promise<Reviewable | undefined> {
  const found = await db
    .selectFrom("submissions")
    .innerJoin("assignments", "assignments.id", "submissions.assignment_id")
    .leftJoin("reviews", "reviews.id", "submissions.review_id")
    .select([
      "submissions.version",
      "assignments.district_code",
      "reviews.reviewer_id",
      "reviews.state",
      "reviews.reviewed_at",
      "reviews.comments",
    ])
    .where("submissions.id", "=", submissionId)
    .executeTakeFirst();
  if (!found) return undefined;
  const { version, district_code: scope, reviewer_id: reviewerId, state, comments } = found;
  const { reviewed_at: at } = found;
  const isReviewed = reviewerId !== null && state !== null && comments !== null && at !== null;
  return {
    version,
    scope,
    lastReview: isReviewed
      ? { at, said: { reviewerId, state, comments: parseComments(comments) } }
      : undefined,
  };
}

/**
 * Says where the newest version of a submission stands with the province. An endorsed submission
 * is locked until the province says something else.
 */
export async function addReview(
  tx: Db,
  review: {
    submissionId: string;
    state: ReviewState;
    reviewerId: string;
    at: string;
    comments: ReviewComment[];
  },
): Promise<void> {
  const { number, version } = await tx
    .selectFrom("submissions")
    .select(["number", "version"])
    .where("id", "=", review.submissionId)
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto("reviews")
    .values({
      submission_number: number,
      version,
      state: review.state,
      reviewed_at: review.at,
      reviewer_id: review.reviewerId,
      comments: JSON.stringify(review.comments),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("submissions")
    .set({ review_id: id })
    .where("id", "=", review.submissionId)
    .execute();
  await appendSubmissionChange(tx, review.submissionId);
}
