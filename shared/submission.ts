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
  byName: z.nullable(z.string()),
  comments: z.array(ReviewComment),
});
export type Review = z.infer<typeof Review>;

/** A submission as the server has it: its newest version. */
export const StoredSubmission = z.object({
  id: z.uuid(),
  kind: SubmissionKind,
  assignmentId: z.uuid(),
  version: z.int().check(z.positive()),
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
});
export type StoredSubmission = z.infer<typeof StoredSubmission>;
