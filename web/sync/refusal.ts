import { SyncError } from "../../shared/sync-error.ts";
import type { TransportError } from "./transport-error.ts";

const DEFAULT_RETRY_MS = 30_000;
/** A portal or a proxy says 503 too; and a timer of more than 24 days fires at once. */
const LONGEST_RETRY_MS = 60 * 60_000;
/** RFC 6585: said by the network in between, never by the server one asked. */
const NETWORK_AUTHENTICATION_REQUIRED = 511;

/**
 * Reads a reply that is no success. A refusal counts as this server's only with its own error body
 * or in the tus protocol; portals and proxies answer 401, 403 and 404 too.
 */
export function refusal(response: Response, text: string): TransportError {
  const { status } = response;
  const said = isJson(response) ? readError(text) : undefined;
  if (status === 429 || status === 503) {
    const askedMs = retryAfterMs(response, said?.retryAfterS);
    return { kind: "throttled", retryAfterMs: Math.min(LONGEST_RETRY_MS, askedMs) };
  }
  if (status === NETWORK_AUTHENTICATION_REQUIRED) return { kind: "portal" };
  // Proxies say these of a server that is down; a 500 of its own may be one mutation's doing.
  if (status > 500) return { kind: "server-error", status };
  if (!said && !response.headers.has("Tus-Resumable")) return { kind: "portal" };
  if (status === 500) return { kind: "server-error", status };
  if (status === 401) {
    return { kind: said?.code === "other-viewer" ? "other-viewer" : "signed-out" };
  }
  if (status === 426) return { kind: "too-old" };
  return { kind: "rejected", status, code: said?.code ?? "" };
}

export function isJson(response: Response): boolean {
  return /^application\/json\b/i.test(response.headers.get("Content-Type") ?? "");
}

function readError(text: string): SyncError | undefined {
  try {
    return SyncError.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Retry-After: seconds, or a date by the server's clock (RFC 9110 10.2.3). */
function retryAfterMs(response: Response, saidS: number | undefined): number {
  const header = response.headers.get("Retry-After");
  if (header !== null && /^\d+$/.test(header)) return Number(header) * 1000;
  const now = Date.parse(response.headers.get("Date") ?? "");
  const until = Date.parse(header ?? "") - now;
  if (until > 0) return until;
  return saidS === undefined ? DEFAULT_RETRY_MS : saidS * 1000;
}
