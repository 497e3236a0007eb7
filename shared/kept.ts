import * as z from "zod/mini";
import { Receipt } from "./push.ts";
import { Instant, Sha256 } from "./scalars.ts";
import { SubmissionKind } from "./submission.ts";

/** Of an answer, in UTF-16 units. */
export const MAX_ANSWER_LENGTH = 1000;

/** A mutation the server keeps without having taken it over, as whoever may decide sees it (K1). */
export const KeptWork = z.object({
  /** Names it: two mutations may share an id, never a hash. */
  hash: Sha256,
  receipt: Receipt,
  kind: SubmissionKind,
  submissionId: z.uuid(),
  assignmentId: z.uuid(),
  authorId: z.uuid(),
  /** null: nobody this server knows. */
  authorName: z.nullable(z.string()),
  officeName: z.nullable(z.string()),
  /** Whether it came from a tablet that was revoked since or before. */
  fromRevokedTablet: z.boolean(),
  madeAt: Instant,
  /** Its author has sent something newer of the same submission, which was stored. */
  isOutdated: z.boolean(),
  body: z.unknown(),
  attachments: z.array(z.unknown()),
});
export type KeptWork = z.infer<typeof KeptWork>;

export const KeptReply = z.object({ kept: z.array(KeptWork) });
export type KeptReply = z.infer<typeof KeptReply>;

/** Have it decided anew, as it is or repaired. */
export const ReleaseRequest = z.strictObject({
  /** Chosen by whoever releases, one per attempt: repeating it changes nothing. */
  mutationId: z.uuid(),
  /** Absent: what its author said. */
  body: z.optional(z.unknown()),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

/** Nothing is to become of it; its author is told why. */
export const AnswerRequest = z.strictObject({
  note: z.string().check(z.minLength(1), z.maxLength(MAX_ANSWER_LENGTH)),
});
export type AnswerRequest = z.infer<typeof AnswerRequest>;

/** What became of a kept mutation, as its author's tablet is told. */
export const KeptAnswer = z.object({
  mutationId: z.uuid(),
  state: z.enum(["released", "answered"]),
  note: z.string(),
  byName: z.string(),
  at: Instant,
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;
