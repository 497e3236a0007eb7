import * as z from "zod/mini";
import { Attachment } from "./attachment.ts";
import { canonicalJson } from "./canonical-json.ts";
import { Epoch, Instant, Seq, Sha256 } from "./scalars.ts";
import { type StoredSubmission, SubmissionBody, SubmissionKind } from "./submission.ts";

/** A push carries at most this many mutations … */
export const MAX_BATCH_MUTATIONS = 50;
/** … and at most this many bytes of JSON before compression. */
export const MAX_BATCH_BYTES = 512 * 1024;

/**
 * One finalised change of one submission; immutable (O3).
 *
 * `body` and `attachments` are only looked at per mutation, after the request was accepted:
 * one bad body is held with its reason and spoils nobody else's (R5, R6).
 */
export const Mutation = z.strictObject({
  mutationId: z.uuid(),
  kind: SubmissionKind,
  submissionId: z.uuid(),
  assignmentId: z.uuid(),
  /** The server version this was made from; 0 where there was none. */
  baseVersion: z.int().check(z.nonnegative()),
  /**
   * The life of the server that numbered `baseVersion`: after a restore the same number may stand
   * for another content (O11). Absent where there was no version.
   */
  baseEpoch: z.optional(Epoch),
  /**
   * Set when it was made on top of a mutation of this tablet that had not been settled then:
   * the base is what that mutation said, and `baseVersion` repeats that mutation's own.
   */
  baseMutationId: z.optional(z.uuid()),
  body: z.unknown(),
  attachments: z.array(z.unknown()),
  authorId: z.uuid(),
  /** The tablet's clock: data, never order. */
  madeAt: Instant,
  /** SHA-256 of the canonical JSON (RFC 8785) of the mutation without this field. */
  hash: Sha256,
});
export type Mutation = z.infer<typeof Mutation>;

/** The text whose SHA-256 is a mutation's `hash`. */
export function hashedText(mutation: Omit<Mutation, "hash">): string {
  const { mutationId, kind, submissionId, assignmentId, body, attachments, authorId } = mutation;
  const { baseVersion, baseEpoch, baseMutationId, madeAt } = mutation;
  // In the order of the canonical form, which is then the cheapest to write.
  return canonicalJson({
    assignmentId,
    attachments,
    authorId,
    ...(baseEpoch === undefined ? {} : { baseEpoch }),
    ...(baseMutationId === undefined ? {} : { baseMutationId }),
    baseVersion,
    body,
    kind,
    madeAt,
    mutationId,
    submissionId,
  });
}

export const PushRequest = z.strictObject({
  protocolVersion: z.int().check(z.positive()),
  deviceId: z.uuid(),
  /** The epoch this tablet last saw; null before its first contact. */
  epochSeen: z.nullable(Epoch),
  mutations: z.array(Mutation).check(z.minLength(1), z.maxLength(MAX_BATCH_MUTATIONS)),
});
export type PushRequest = z.infer<typeof PushRequest>;

export const HeldReason = z.enum([
  "not-assigned",
  "project-closed",
  "locked",
  "invalid",
  "unknown-author",
  "id-reused",
]);
export type HeldReason = z.infer<typeof HeldReason>;

const receiptFor = { mutationId: z.uuid() };
const stored = {
  ...receiptFor,
  version: z.int().check(z.positive()),
  seq: Seq,
  receivedAt: Instant,
  missingFiles: z.array(Sha256),
};
const current = z.object({
  version: z.int().check(z.positive()),
  body: SubmissionBody,
  attachments: z.array(Attachment),
});

/** The server's word on one mutation. Exactly one per mutation, in request order (O6). */
export const Receipt = z.discriminatedUnion("outcome", [
  /** Stored as the next version. */
  z.object({ ...stored, outcome: z.literal("accepted") }),
  /** Stored; another device's disjoint changes are in it too. */
  z.object({
    ...stored,
    outcome: z.literal("merged"),
    body: SubmissionBody,
    attachments: z.array(Attachment),
  }),
  /** The same field was changed by two; nothing overwritten, this copy kept by the server as well. */
  z.object({
    ...receiptFor,
    outcome: z.literal("conflict"),
    conflictId: z.uuid(),
    current,
    fields: z.array(z.string()),
  }),
  /** Not final: what it was made from has not arrived. Kept, and to be offered again. */
  z.object({
    ...receiptFor,
    outcome: z.literal("waiting"),
    for: z.union([z.object({ mutationId: z.uuid() }), z.object({ version: z.int() })]),
  }),
  /** Kept for a person to look at. */
  z.object({
    ...receiptFor,
    outcome: z.literal("held"),
    reason: HeldReason,
    fields: z.optional(z.array(z.string())),
  }),
]);
export type Receipt = z.infer<typeof Receipt>;

export const PushReply = z.object({
  epoch: Epoch,
  headSeq: Seq,
  /** Everything up to this seq is in a verified backup (O10). */
  backedUpSeq: Seq,
  receipts: z.array(Receipt),
});
export type PushReply = z.infer<typeof PushReply>;

/** What the conflict card shows beside the officer's own copy. */
export type ConflictCurrent = z.infer<typeof current>;

export type StoredReceipt = Extract<Receipt, { outcome: "accepted" | "merged" }>;

/** The `current` of a conflict, from the submission as stored. */
export function conflictCurrent(submission: StoredSubmission): ConflictCurrent {
  const { version, body, attachments } = submission;
  return { version, body, attachments };
}
