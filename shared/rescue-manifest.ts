import * as z from "zod/mini";
import { Epoch, Instant, Sha256 } from "./scalars.ts";
import { SubmissionKind } from "./submission.ts";

/** A draft in a rescue file: what its author needs to go on with it on another tablet. */
export const RescuedDraft = z.object({
  authorId: z.uuid(),
  submissionId: z.uuid(),
  kind: SubmissionKind,
  assignmentId: z.uuid(),
  baseVersion: z.int().check(z.nonnegative()),
  baseEpoch: z.optional(Epoch),
  baseMutationId: z.optional(z.uuid()),
  base: z.object({ body: z.unknown(), attachments: z.array(z.unknown()) }),
  body: z.unknown(),
  typed: z.record(z.string(), z.string()),
  attachments: z.array(z.unknown()),
  place: z.string(),
  updatedAt: Instant,
});
export type RescuedDraft = z.infer<typeof RescuedDraft>;

/** What must be known of a mutation to rescue it, whichever release sealed it: the rest goes along. */
export const RescuedMutation = z.looseObject({
  authorId: z.uuid(),
  submissionId: z.uuid(),
  attachments: z.array(z.unknown()),
  hash: Sha256,
});

/** A table pasted for area records (R38) in a rescue file, of which no record was made yet. */
export const RescuedPastedText = z.object({
  authorId: z.uuid(),
  assignmentId: z.uuid(),
  text: z.string(),
  updatedAt: Instant,
});
export type RescuedPastedText = z.infer<typeof RescuedPastedText>;

/** What a rescue file holds; each piece of work is read on its own, so that none spoils another. */
export const RescueManifest = z.object({
  deviceId: z.uuid(),
  /** The tablet's own proof that it is `deviceId` (O13); null when it never got one. */
  devicePass: z.nullable(z.string()),
  madeAt: Instant,
  /** Of the app that made it. */
  appVersion: z.string(),
  /** IndexedDB's version of the database it was taken from. */
  databaseVersion: z.int(),
  epoch: z.nullable(Epoch),
  /** In the order they were submitted. */
  mutations: z.array(z.unknown()),
  drafts: z.array(z.unknown()),
  pastedTexts: z.array(z.unknown()),
  /** Rows in a shape that the tablet itself could not read, as they were. */
  unread: z.array(z.unknown()),
  /** The files in this package, in its order, and what they belong to. */
  files: z.array(
    z.object({
      sha256: Sha256,
      sizeBytes: z.int().check(z.nonnegative()),
      submissionIds: z.array(z.uuid()),
    }),
  ),
});
export type RescueManifest = z.infer<typeof RescueManifest>;

const Count = z.int().check(z.nonnegative());

/** What became of an imported rescue file: numbers, and nothing of what was in it. */
export const RescueReply = z.object({
  /** Stored by the server, now or before. */
  stored: Count,
  /** Kept by the server for a person to decide: conflicts and held ones. */
  needCare: Count,
  /** Kept until what they were made from arrives. */
  waiting: Count,
  /** Kept for their authors. */
  drafts: Count,
  /** As drafts are. */
  pastedTexts: Count,
  files: Count,
  /** Not taken: of another form than this server reads, or files that are not what they should be. */
  notTaken: Count,
});
export type RescueReply = z.infer<typeof RescueReply>;

export const RescuedDraftsReply = z.object({
  drafts: z.array(z.object({ id: Sha256, draft: RescuedDraft })),
  pastedTexts: z.array(z.object({ id: Sha256, pastedText: RescuedPastedText })),
});
export type RescuedDraftsReply = z.infer<typeof RescuedDraftsReply>;
