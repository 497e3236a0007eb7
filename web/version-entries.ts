import { changedPaths } from "../shared/changed-paths.ts";
import { contentsOf } from "../shared/history.ts";
import type { Instant } from "../shared/scalars.ts";
import type { Review, StoredSubmission, SubmissionContent } from "../shared/submission.ts";

/** A field that a version says otherwise than the one before it. */
export type FieldChange = { path: string; before: SubmissionContent; after: SubmissionContent };

/** One version of a submission, as its history tells it. */
export type VersionEntry = {
  /** `kept-aside`: a conflict or a held one; the server keeps it beside the versions. */
  state: "draft" | "queued" | "kept-aside" | "received";
  /** What it is, or will be once it is sent. */
  version: number;
  byName: string;
  madeAt: Instant;
  /** When and under which number the province received it. */
  received?: { at: Instant; number: number };
  /** Absent in a first version, and where this app cannot read the one before. */
  changes?: FieldChange[];
  reviews: Review[];
};

/** Every version that the server has, the newest first, from what one pull brought (V4). */
export function receivedVersions(submission: StoredSubmission): VersionEntry[] {
  const { review, earlierReviews } = submission;
  const reviews = review.at === null ? earlierReviews : [...earlierReviews, review];
  const contents = contentsOf(submission);
  return [{ ...submission, reviews }, ...submission.history].map((one, at) => {
    const [content, before] = [contents[at], contents[at + 1]];
    return {
      state: "received",
      version: one.version,
      byName: one.authorName,
      madeAt: one.madeAt,
      received: { at: one.receivedAt, number: one.seq },
      ...(content && before ? { changes: changesBetween(before, content) } : {}),
      reviews: one.reviews,
    };
  });
}

export function changesBetween(before: SubmissionContent, after: SubmissionContent): FieldChange[] {
  return changedPaths(before, after).map((path) => ({ path, before, after }));
}
