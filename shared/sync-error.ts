import * as z from "zod/mini";

/** Why a request as a whole was not served; a refused mutation is a receipt instead. */
export const SyncErrorCode = z.enum([
  "malformed",
  "hash-mismatch",
  "sign-in-required",
  "wrong-password",
  "suspended",
  "device-revoked",
  "other-viewer",
  "forbidden",
  "foreign-origin",
  "not-found",
  "method-not-allowed",
  "superseded",
  "too-large",
  "unsupported-media-type",
  "protocol-too-old",
  "too-many-requests",
  "busy",
  "file-hash-mismatch",
  "file-type-mismatch",
  "file-not-announced",
  "rescue-damaged",
  "rescue-foreign",
  "internal",
]);
export type SyncErrorCode = z.infer<typeof SyncErrorCode>;

/** Body of every error reply. `message` is English for logs; the interface speaks by `code`. */
export const SyncError = z.object({
  code: SyncErrorCode,
  message: z.string(),
  /** With `too-large`: the limit that was passed, in bytes. */
  maxBytes: z.optional(z.int()),
  /** With `too-many-requests` and `busy`: seconds to wait, as in the Retry-After header. */
  retryAfterS: z.optional(z.int()),
});
export type SyncError = z.infer<typeof SyncError>;
