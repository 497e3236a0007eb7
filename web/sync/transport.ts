import { Area, type VillageCode, type VillageName } from "../../shared/area.ts";
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
  review(
    submission: { id: string; viewer: string },
    review: ReviewRequest,
  ): Promise<Result<void, TransportError>>;
  /** Whose cookie the browser carries, and until when; `other-viewer` where it is not this person's. */
  session(viewer: string): Promise<Result<Session, TransportError>>;
  /** A rescue file of any tablet of this server, whole (O14), in the name of `viewer`. */
  importRescue(file: Blob, viewer: string): Promise<Result<RescueReply, TransportError>>;
  /** What a person left unfinished on a tablet that was rescued. */
  rescuedDrafts(viewer: string): Promise<Result<RescuedDraftsReply, TransportError>>;
  rescuedFile(draft: RescuedDraft, sha256: Sha256): Promise<Result<ArrayBuffer, TransportError>>;
  /** The draft is on this tablet: the server offers it no more. */
  dropRescuedDraft(draft: RescuedDraft): Promise<Result<void, TransportError>>;
  /**
   * By how much this tablet's clock was ahead of the server's at the last reply that was surely the
   * server's, to a second or two; null before there was one.
   */
  clockAheadMs(): number | null;
  /** The province confirms a village that a district added; needs the network. */
  confirmVillage(
    village: { code: VillageCode; name: string },
    viewer: string,
  ): Promise<Result<Area, TransportError>>;
  /** For the screens of few: what is there, or with `said` what becomes of it. */
  ask<T>(url: string, schema: Schema<T>, said?: object): Promise<Result<T, TransportError>>;
  /** For the screens of few: something to be done, whose answer is that it was. */
  tell(
    url: string,
    method: "POST" | "PUT" | "DELETE",
    said?: object,
  ): Promise<Result<void, TransportError>>;
  /** One request of the tus protocol; its reply's headers, the body is of no interest. */
  tus(request: TusRequest): Promise<Result<TusReply, TransportError>>;
};

/** A rescued draft as the server knows it, and whose it is. */
export type RescuedDraft = { id: string; viewer: string };

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
  let clockAhead: number | null = null;

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
    if (response.status !== 200 || !reply?.success) return err({ kind: "portal" });
    const serverTime = Date.parse(response.headers.get("Date") ?? "");
    if (!Number.isNaN(serverTime)) clockAhead = Date.now() - serverTime;
    return ok(reply.data);
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
      const init = { method: "POST", ...jsonOf(request) };
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
      return readReply(`/api/sync/pull?${search}`, ASKING, PullReply);
    },

    session(viewer) {
      return readReply(`/api/auth/session?viewer=${viewer}`, ASKING, Session);
    },

    review({ id, viewer }, review) {
      const init = { method: "POST", ...jsonOf(review) };
      return sendForNothing(`/api/submissions/${id}/reviews?viewer=${viewer}`, init);
    },

    importRescue(file, viewer) {
      const headers = { "Content-Type": "application/octet-stream" };
      const init = { method: "POST", headers, body: file };
      return readReply(`/api/rescue?viewer=${viewer}`, init, RescueReply, RESCUE_TIMEOUT_MS);
    },

    rescuedDrafts(viewer) {
      return readReply(`/api/rescue/drafts?viewer=${viewer}`, ASKING, RescuedDraftsReply);
    },

    async rescuedFile({ id, viewer }, sha256) {
      const sent = await send(`/api/rescue/drafts/${id}/files/${sha256}?viewer=${viewer}`, {});
      if (!sent.ok) return sent;
      const { response, bytes, text } = sent.value;
      return response.ok ? ok(bytes) : err(refusal(response, text));
    },

    dropRescuedDraft: ({ id, viewer }) =>
      sendForNothing(`/api/rescue/drafts/${id}?viewer=${viewer}`, { method: "DELETE" }),

    clockAheadMs: () => clockAhead,

    confirmVillage({ code, name }, viewer) {
      const village: VillageName = { name };
      const init = { method: "PUT", ...jsonOf(village) };
      return readReply(`/api/areas/${code}?viewer=${viewer}`, init, Area);
    },

    ask: (url, schema, said) =>
      readReply(url, said ? { method: "POST", ...jsonOf(said) } : ASKING, schema),

    tell: (url, method, said) => sendForNothing(url, { method, ...(said ? jsonOf(said) : {}) }),

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
const ASKING = { headers: { Accept: JSON_TYPE } };
const TUS_VERSION = "1.0.0";

type Schema<T> = {
  safeParse(value: unknown): { success: true; data: T } | { success: false; data?: undefined };
};

function jsonOf(said: object) {
  return { headers: { "Content-Type": JSON_TYPE }, body: JSON.stringify(said) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
