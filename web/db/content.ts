import { Attachment } from "../../shared/attachment.ts";
import type { Mutation } from "../../shared/push.ts";
import { SubmissionBody, type SubmissionContent } from "../../shared/submission.ts";

/**
 * What a mutation of this tablet says, read back from storage.
 *
 * @throws where it is not what `submitDraft` sealed
 */
export function contentOf(mutation: Mutation): SubmissionContent {
  return {
    body: SubmissionBody.parse(mutation.body),
    attachments: mutation.attachments.map((attachment) => Attachment.parse(attachment)),
  };
}
