import * as z from "zod/mini";
import { Position } from "./area-record.ts";
import { Instant, Sha256 } from "./scalars.ts";

/** R29: 2 MB means 2 × 1024 × 1024 bytes, inclusive. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** What may be attached (R28), as the server finds it by content, never by name. */
export const MediaType = z.enum([
  "image/jpeg",
  "image/webp",
  "image/png",
  "image/heic",
  "application/pdf",
  "application/msword",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
]);
export type MediaType = z.infer<typeof MediaType>;

/** Of a caption on the wire; what a person may write is counted in letters, see LIMITS. */
const MAX_CAPTION_UNITS = 4000;

/** Metadata of a file; the bytes travel on their own, named by `sha256`. */
export const Attachment = z.strictObject({
  caption: z.optional(z.string().check(z.maxLength(MAX_CAPTION_UNITS))),
  location: z.optional(Position),
  mediaType: MediaType,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  sha256: Sha256,
  sizeBytes: z.int().check(z.positive(), z.lte(MAX_FILE_BYTES)),
  takenAt: z.optional(Instant),
});
export type Attachment = z.infer<typeof Attachment>;

export function isPhoto(attachment: { mediaType: MediaType }): boolean {
  return attachment.mediaType.startsWith("image/");
}
