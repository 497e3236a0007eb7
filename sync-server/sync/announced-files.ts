import type { AnnouncedFileRow } from "../store/schema.ts";
import { readAttachments } from "./read-attachments.ts";

/**
 * The files that a mutation, or a rescued draft, says will come to its submission: the server takes
 * no others. None where its attachments cannot be read.
 */
export function announcedFiles(said: {
  submissionId: string;
  attachments: unknown[];
}): AnnouncedFileRow[] {
  if (said.attachments.length === 0) return [];
  const read = readAttachments(said.attachments);
  if (!read.ok) return [];
  return read.value.map(({ sha256, sizeBytes, mediaType, name }) => ({
    submission_id: said.submissionId,
    sha256,
    size_bytes: sizeBytes,
    media_type: mediaType,
    name,
  }));
}
