import * as z from "zod/mini";
import { AreaBody } from "./area-record.ts";
import { Attachment } from "./attachment.ts";
import { ReportBody } from "./report.ts";
import { Instant, Seq, Sha256 } from "./scalars.ts";

export const SubmissionKind = z.enum(["report", "area"]);
export type SubmissionKind = z.infer<typeof SubmissionKind>;

/** Either form's body; null where an area record was removed. */
export const SubmissionBody = z.nullable(z.union([ReportBody, AreaBody]));
export type SubmissionBody = z.infer<typeof SubmissionBody>;

/** What a version of a submission says: all that an officer can enter, and all that merge looks at. */
export type SubmissionContent = { body: SubmissionBody; attachments: Attachment[] };

/** Where a received submission stands with the province. An endorsed one is locked. */
export const ReviewState = z.enum(["received", "returned", "endorsed"]);
export type ReviewState = z.infer<typeof ReviewState>;

/** A reviewer's remark, pinned to a field path of the body or to an attachment's hash. */
export const ReviewComment = z.object({
  id: z.uuid(),
  field: z.string(),
  text: z.string(),
});
export type ReviewComment = z.infer<typeof ReviewComment>;

export const Review = z.object({
  state: ReviewState,
  at: z.nullable(Instant),
  /** Whose act it was: names are shared, and change. */
  byId: z.nullable(z.uuid()),
  byName: z.nullable(z.string()),
  comments: z.array(ReviewComment),
});
export type Review = z.infer<typeof Review>;

/** The version it was made from, where others' changes since that one were merged in. */
const mergedFrom = z.optional(z.int());

/**
 * A version that is not the newest any more. Of its content only what the version after it says
 * otherwise, field by field: `contentBefore` of history.ts makes it whole again.
 */
export const PastVersion = z.object({
  version: z.int().check(z.positive()),
  mergedFrom,
  seq: Seq,
  authorName: z.string(),
  madeAt: Instant,
  receivedAt: Instant,
  /** null: an area record that was removed. */
  body: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  attachments: z.optional(z.array(Attachment)),
  /** All that the province said about it, in that order (V2). */
  reviews: z.array(Review),
});
export type PastVersion = z.infer<typeof PastVersion>;

/** A submission as the server has it: its newest version, and what was before. */
export const StoredSubmission = z.object({
  id: z.uuid(),
  kind: SubmissionKind,
  assignmentId: z.uuid(),
  version: z.int().check(z.positive()),
  mergedFrom,
  seq: Seq,
  body: SubmissionBody,
  attachments: z.array(Attachment),
  authorId: z.uuid(),
  authorName: z.string(),
  madeAt: Instant,
  receivedAt: Instant,
  /** Files that the text names and that have not arrived yet (rule F2). */
  missingFiles: z.array(Sha256),
  review: Review,
  /** What the province said about this same version before `review`. */
  earlierReviews: z.array(Review),
  /** The versions before this one, the newest first (V4). */
  history: z.array(PastVersion),
});
export type StoredSubmission = z.infer<typeof StoredSubmission>;
