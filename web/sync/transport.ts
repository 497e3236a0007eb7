import { Session, type SignIn } from "../../shared/person.ts";
import { type PullQuery, PullReply } from "../../shared/pull.ts";
import { PushReply, type PushRequest } from "../../shared/push.ts";
import { RescuedDraftsReply, RescueReply } from "../../shared/rescue-manifest.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ReviewRequest } from "../../shared/review.ts";
import type { Sha256 } from "../../shared/scalars.ts";
import { gzip } from "./gzip.ts";
import { isJson, refusal } from "./refusal.ts";
import type { TransportError } from "./transport-error.ts";

/** How requests leave: the only file that calls fetch. */
export type Transport = {
  /** Needs no session; a wrong password is `signed-out`, a suspended account `rejected`. */
  signIn(request: SignIn): Promise<Result<Session, TransportError>>;
  /** Ends the session; the device credential stays, so that what is queued still goes (O9). */
  signOut(): Promise<Result<void, TransportError>>;
  push(request: PushRequest): Promise<Result<PushReply, TransportError>>;
  pull(query: PullQuery): Promise<Result<PullReply, TransportError>>;
  /** Returns or endorses one version of a submission; a newer one has come: 409 `superseded` (V1). */
  review(submissionId: string, review: ReviewRequest): Promise<Result<void, TransportError>>;
  /** A rescue file of any tablet of this server, whole (O14). */
  importRescue(file: Blob): Promise<Result<RescueReply, TransportError>>;
  /** What the signed-in person left unfinished on a tablet that was rescued. */
  rescuedDrafts(): Promise<Result<RescuedDraftsReply, TransportError>>;
  rescuedFile(id: string, sha256: Sha256): Promise<Result<ArrayBuffer, TransportError>>;
  /** The draft is on this tablet: the server offers it no more. */
  dropRescuedDraft(id: string): Promise<Result<void, TransportError>>;
  /** One request of the tus protocol; its reply's headers, the body is of no interest. */
  tus(request: TusRequest): Promise<Result<TusReply, TransportError>>;
};

export type TusRequest = {
  method: "POST" | "HEAD" | "PATCH";
  url: string;
  headers: Record<string, string>;
  body?: ArrayBuffer;
};

export type TusReply = { location: string | null; offset: number | null };

/** As `fetch`, but only ever called with a path or an absolute URL of this origin. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A full batch on the slowest link that still works, and a part of a file on it. */
const TIMEOUT_MS = 120_000;
/** A rescue file may be a gigabyte. */
const RESCUE_TIMEOUT_MS = 60 * 60_000;

export function createTransport(fetch: Fetch, timeoutMs = TIMEOUT_MS): Transport {
  async function send(
    url: string,
    init: RequestInit,
    withinMs = timeoutMs,
  ): Promise<Result<{ response: Response; bytes: ArrayBuffer; text: string }, TransportError>> {
    try {
      const response = await fetch(url, {
        ...init,
        credentials: "same-origin",
        redirect: "error",
        cache: "no-store",
        signal: AbortSignal.timeout(withinMs),
      });
      const bytes = await response.arrayBuffer();
      return ok({ response, bytes, text: new TextDecoder().decode(bytes) });
    } catch {
      // Whatever fetch rejects with, no whole answer has come; its messages differ by browser.
      return err({ kind: "offline" });
    }
  }

  async function readReply<T>(
    url: string,
    init: RequestInit,
    schema: Schema<T>,
    withinMs = timeoutMs,
  ): Promise<Result<T, TransportError>> {
    const sent = await send(url, init, withinMs);
    if (!sent.ok) return sent;
    const { response, text } = sent.value;
    if (!response.ok) return err(refusal(response, text));
    const reply = isJson(response) ? schema.safeParse(parsed(text)) : undefined;
    return response.status === 200 && reply?.success ? ok(reply.data) : err({ kind: "portal" });
  }

  /** A request whose answer is that it was done. */
  async function sendForNothing(
    url: string,
    init: RequestInit,
  ): Promise<Result<void, TransportError>> {
    const sent = await send(url, init);
    if (!sent.ok) return sent;
    const { response, text } = sent.value;
    if (response.status === 204) return ok(undefined);
    return err(response.ok ? { kind: "portal" } : refusal(response, text));
  }

  return {
    signIn(request) {
      const headers = { "Content-Type": JSON_TYPE };
      const init = { method: "POST", headers, body: JSON.stringify(request) };
      return readReply("/api/auth/sign-in", init, Session);
    },

    signOut: () => sendForNothing("/api/auth/sign-out", { method: "POST" }),

    async push(request) {
      const { body, headers } = await gzip(JSON.stringify(request));
      const init = { method: "POST", headers: { ...headers, "Content-Type": JSON_TYPE }, body };
      return readReply("/api/sync/push", init, PushReply);
    },

    async pull(query) {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) {
        if (value !== undefined) search.set(name, String(value));
      }
      return readReply(`/api/sync/pull?${search}`, { headers: { Accept: JSON_TYPE } }, PullReply);
    },

    review(submissionId, review) {
      const headers = { "Content-Type": JSON_TYPE };
      const init = { method: "POST", headers, body: JSON.stringify(review) };
      return sendForNothing(`/api/submissions/${submissionId}/reviews`, init);
    },

    importRescue(file) {
      const headers = { "Content-Type": "application/octet-stream" };
      const init = { method: "POST", headers, body: file };
      return readReply("/api/rescue", init, RescueReply, RESCUE_TIMEOUT_MS);
    },

    rescuedDrafts() {
      const init = { headers: { Accept: JSON_TYPE } };
      return readReply("/api/rescue/drafts", init, RescuedDraftsReply);
    },

    async rescuedFile(id, sha256) {
      const sent = await send(`/api/rescue/drafts/${id}/files/${sha256}`, {});
      if (!sent.ok) return sent;
      const { response, bytes, text } = sent.value;
      return response.ok ? ok(bytes) : err(refusal(response, text));
    },

    dropRescuedDraft: (id) => sendForNothing(`/api/rescue/drafts/${id}`, { method: "DELETE" }),

    async tus({ method, url, headers, body }) {
      const sent = await send(url, {
        method,
        headers: { ...headers, "Tus-Resumable": TUS_VERSION },
        ...(body ? { body } : {}),
      });
      if (!sent.ok) return sent;
      const { response, text } = sent.value;
      if (!response.ok) return err(refusal(response, text));
      if (!response.headers.has("Tus-Resumable")) return err({ kind: "portal" });
      const offset = response.headers.get("Upload-Offset");
      return ok({
        location: response.headers.get("Location"),
        offset: offset !== null && /^\d+$/.test(offset) ? Number(offset) : null,
      });
    },
  };
}

const JSON_TYPE = "application/json";
const TUS_VERSION = "1.0.0";

type Schema<T> = {
  safeParse(value: unknown): { success: true; data: T } | { success: false; data?: undefined };
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
