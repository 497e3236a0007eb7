import * as z from "zod/mini";
import { Sha256 } from "../../shared/scalars.ts";

/** `Upload-Metadata` as the tablet sends it; what it says of name and type is not believed. */
export const UploadMetadata = z.object({ sha256: Sha256, submission: z.uuid() });

/** The same with whose upload it is, as it is kept beside the bytes. */
export const KeptMetadata = z.extend(UploadMetadata, {
  person: z.nullish(z.string()),
  device: z.nullish(z.string()),
});
