import * as z from "zod/mini";

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

/** What a reviewer says about one version of a submission (V1). A return says why. */
export const ReviewRequest = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("returned"),
    version: z.int().check(z.positive()),
    comments: NewComments.check(z.minLength(1)),
  }),
  z.strictObject({
    state: z.literal("endorsed"),
    version: z.int().check(z.positive()),
    comments: NewComments,
  }),
]);
export type ReviewRequest = z.infer<typeof ReviewRequest>;
