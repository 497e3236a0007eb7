import { Attachment } from "../../shared/attachment.ts";
import { must } from "../../shared/invariant.ts";
import type { Mutation } from "../../shared/push.ts";
import type { Epoch } from "../../shared/scalars.ts";
import { SubmissionBody, type SubmissionContent } from "../../shared/submission.ts";

/**
 * What a mutation of this tablet says, read back from storage.
 *
 * @throws where this version of the app cannot read it; sending and settling never depend on it (O9)
 */
export function contentOf(mutation: Mutation): SubmissionContent {
  return must(readContent(mutation), "this version reads what it sealed");
}

/** The same; undefined where another version of the app sealed it in a form unknown to this one. */
export function readContent(mutation: Mutation): SubmissionContent | undefined {
  const body = SubmissionBody.safeParse(mutation.body);
  const attachments = attachmentsOf(mutation);
  const isWhole = attachments.length === mutation.attachments.length;
  return body.success && isWhole ? { body: body.data, attachments } : undefined;
}

/** The server's version under a mutation, for what is made from it or instead of it. */
export function versionUnder({
  baseVersion,
  baseEpoch,
}: Pick<Mutation, "baseVersion" | "baseEpoch">): { baseVersion: number; baseEpoch?: Epoch } {
  return { baseVersion, ...(baseEpoch ? { baseEpoch } : {}) };
}

/** The attachments of a mutation that this version can read. */
export function attachmentsOf(mutation: Mutation): Attachment[] {
  return mutation.attachments.flatMap((raw) => Attachment.safeParse(raw).data ?? []);
}
