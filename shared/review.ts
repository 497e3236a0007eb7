import * as z from "zod/mini";
import { Instant } from "./scalars.ts";

const MAX_COMMENTS = 100;
/** Of one comment, in UTF-16 units. */
export const MAX_COMMENT_LENGTH = 2000;
/** What a whole request can take, with room for its frame. */
export const MAX_REVIEW_BYTES = MAX_COMMENTS * (MAX_COMMENT_LENGTH * 3 + 500);

const Comment = z.strictObject({
  id: z.uuid(),
  /** A field path of the body, an attachment's hash, or "" for the whole of it. */
  field: z.string().check(z.maxLength(100)),
  text: z.string().check(z.minLength(1), z.maxLength(MAX_COMMENT_LENGTH)),
});

export const NewComments = z.array(Comment).check(z.maxLength(MAX_COMMENTS));
export type NewComments = z.infer<typeof NewComments>;

const ofWhat = {
  version: z.int().check(z.positive()),
  /** When the last review of this version was that its writer has read; absent: there was none (V5). */
  after: z.optional(Instant),
};

/** What a reviewer says about one version of a submission (V1). A return says why. */
export const ReviewRequest = z.discriminatedUnion("state", [
  z.strictObject({
    ...ofWhat,
    state: z.literal("returned"),
    comments: NewComments.check(z.minLength(1)),
  }),
  z.strictObject({
    ...ofWhat,
    state: z.literal("endorsed"),
    comments: NewComments,
  }),
]);
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/** What a reviewer has read: a version, and the last thing the province said about it. */
export const ReadPoint = z.object({
  version: z.int(),
  /** null: nobody had said anything. */
  reviewedAt: z.nullable(Instant),
});
export type ReadPoint = z.infer<typeof ReadPoint>;

/** A review that is not sent: its comments, and what they are about. */
export const ReviewDraft = z.object({ readPoint: ReadPoint, comments: NewComments });
export type ReviewDraft = z.infer<typeof ReviewDraft>;
