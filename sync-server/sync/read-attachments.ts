import * as z from "zod/mini";
import { Attachment } from "../../shared/attachment.ts";
import { err, ok, type Result } from "../../shared/result.ts";

const Attachments = z.array(Attachment);

/** Attachments as they came in a mutation; the paths of what is malformed otherwise (R6). */
export function readAttachments(raw: unknown[]): Result<Attachment[], { path: string }[]> {
  const parsed = Attachments.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map(({ path }) => ({
      path: ["attachments", ...path].map(String).join("."),
    })),
  );
}
