import { must } from "../../shared/invariant.ts";
import type { PullReply } from "../../shared/pull.ts";
import { type Mutation, type PushReply, PushRequest, type Receipt } from "../../shared/push.ts";
import { EPOCH, NOW } from "../db/test-db.ts";
import type { Fetch } from "./transport.ts";

// A server for the tests of the client alone. The law itself is tested against the real one, in
// proof/fuzz.

export type Call = { method: string; path: string; headers: Headers };

export type FakeServer = {
  fetch: Fetch;
  calls: Call[];
  /** Everything that was ever pushed, in order, repeats included. */
  pushed: Mutation[];
  uploads: Map<string, { length: number; bytes: Uint8Array }>;
  /** Answers a request instead of the server; undefined lets it through. */
  intercept: (call: Call, body: unknown) => Response | undefined | Promise<Response | undefined>;
  receipt: (mutation: Mutation) => Receipt;
  reply: Partial<PushReply>;
  delta: Partial<PullReply>;
};

export function aFakeServer(): FakeServer {
  const server: FakeServer = {
    calls: [],
    pushed: [],
    uploads: new Map(),
    intercept: () => undefined,
    receipt: ({ mutationId }) => ({
      mutationId,
      outcome: "accepted",
      version: 1,
      seq: server.pushed.length,
      receivedAt: NOW,
      missingFiles: [],
    }),
    reply: {},
    delta: {},
    async fetch(url, init) {
      const call = {
        method: init.method ?? "GET",
        path: url,
        headers: new Headers(init.headers),
      };
      server.calls.push(call);
      const body = await bodyOf(call, init.body);
      return (await server.intercept(call, body)) ?? answer(server, call, body);
    },
  };
  return server;
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

export function refused(status: number, code: string): Response {
  return json({ code, message: code }, status);
}

async function bodyOf(call: Call, body: RequestInit["body"]): Promise<unknown> {
  if (body === undefined || body === null) return undefined;
  if (call.path.startsWith("/api/files"))
    return new Uint8Array(await new Response(body).arrayBuffer());
  const sent = must(new Response(body).body, "a push has a body");
  const plain =
    call.headers.get("Content-Encoding") === "gzip"
      ? sent.pipeThrough(new DecompressionStream("gzip"))
      : sent;
  return new Response(plain).json();
}

function answer(server: FakeServer, call: Call, body: unknown): Response {
  if (call.path.startsWith("/api/files")) return tus(server, call, body);
  if (call.path.startsWith("/api/sync/pull")) {
    const { epoch, headSeq, backedUpSeq } = { ...standing(server), ...server.reply };
    const page = { cursor: "1", puts: [], removes: [], reset: false, more: false };
    return json({ epoch, headSeq, backedUpSeq, ...page, ...server.delta });
  }
  const { mutations } = PushRequest.parse(body);
  const receipts = mutations.map((mutation) => {
    server.pushed.push(mutation);
    return server.receipt(mutation);
  });
  return json({ ...standing(server), receipts, ...server.reply });
}

function standing({ pushed }: FakeServer) {
  return { epoch: EPOCH, headSeq: pushed.length, backedUpSeq: 0 };
}

function tus(server: FakeServer, call: Call, body: unknown): Response {
  const headers = { "Tus-Resumable": "1.0.0" };
  if (call.method === "POST") {
    const location = `/api/files/upload-${server.uploads.size + 1}`;
    const length = Number(call.headers.get("Upload-Length"));
    server.uploads.set(location, { length, bytes: new Uint8Array() });
    return new Response(null, { status: 201, headers: { ...headers, Location: location } });
  }
  const upload = server.uploads.get(call.path);
  if (!upload) return new Response(null, { status: 404, headers });
  const at = () => ({ ...headers, "Upload-Offset": String(upload.bytes.length) });
  if (call.method === "HEAD") return new Response(null, { status: 200, headers: at() });
  if (Number(call.headers.get("Upload-Offset")) !== upload.bytes.length) {
    return new Response(null, { status: 409, headers });
  }
  const part = body instanceof Uint8Array ? body : new Uint8Array();
  const before = upload.bytes;
  upload.bytes = new Uint8Array(before.length + part.length);
  upload.bytes.set(before);
  upload.bytes.set(part, before.length);
  return new Response(null, { status: 204, headers: at() });
}
