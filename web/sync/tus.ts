import { err, ok, type Result } from "../../shared/result.ts";
import type { UploadRow } from "../db/rows.ts";
import type { Transport } from "./transport.ts";
import type { TransportError } from "./transport-error.ts";

// The client side of tus 1.0.0 (https://tus.io/protocols/resumable-upload), on fetch, so that it
// runs in the service worker too.

const ENDPOINT = "/api/files";

/** Creates an upload. @returns where it is, and how much of it the server has already. */
export async function createUpload(
  transport: Transport,
  row: UploadRow,
): Promise<Result<{ url: string; offset: number }, TransportError>> {
  const created = await transport.tus({
    method: "POST",
    url: ENDPOINT,
    headers: {
      "Upload-Length": String(row.sizeBytes),
      "Upload-Metadata": metadata({
        sha256: row.sha256,
        filename: row.name,
        filetype: row.mediaType,
        submission: row.submissionId,
      }),
    },
  });
  if (!created.ok) return created;
  const { location, offset } = created.value;
  return location === null ? err({ kind: "portal" }) : ok({ url: location, offset: offset ?? 0 });
}

/** Asks how much of an upload the server has. */
export async function findOffset(
  transport: Transport,
  url: string,
): Promise<Result<number, TransportError>> {
  const head = await transport.tus({ method: "HEAD", url, headers: {} });
  if (!head.ok) return head;
  return head.value.offset === null ? err({ kind: "portal" }) : ok(head.value.offset);
}

/** Sends one part, perhaps an empty one. @returns how much of the upload the server has now. */
export async function sendPart(
  transport: Transport,
  { url, offset, part }: { url: string; offset: number; part: ArrayBuffer },
): Promise<Result<number, TransportError>> {
  const sent = await transport.tus({
    method: "PATCH",
    url,
    headers: { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
    body: part,
  });
  if (!sent.ok) return sent;
  const reached = sent.value.offset;
  const isPlausible =
    reached !== null &&
    reached >= offset + Math.min(1, part.byteLength) &&
    reached <= offset + part.byteLength;
  return isPlausible ? ok(reached) : err({ kind: "portal" });
}

function metadata(pairs: Record<string, string>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(",");
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
