import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { attachFile } from "../db/files.ts";
import { nextBatch } from "../db/outbox.ts";
import { settle } from "../db/settle.ts";
import { submitDraft } from "../db/submit-draft.ts";
import {
  accepted,
  aReply,
  aTablet,
  NOW,
  refuseFirst,
  submit,
  type TestTablet,
  write,
} from "../db/test-db.ts";
import { pendingUploads } from "../db/uploads.ts";
import { aFakeServer, type FakeServer, refused } from "./fake-server.ts";
import { createLinkSpeed } from "./link-speed.ts";
import { createTransport } from "./transport.ts";
import { uploadFiles } from "./upload-files.ts";

const PART = 64 * 1024;

/** A tablet whose report was accepted, with one file of it still to send. */
async function withFile(bytes: Uint8Array<ArrayBuffer>): Promise<TestTablet> {
  const tablet = await aTablet();
  await write(tablet);
  const file = { bytes: bytes.buffer, name: "ประชุม.webp", mediaType: "image/webp" as const };
  const attached = await attachFile(tablet.db, tablet.report, { ...file, now: NOW });
  await submitDraft(tablet.db, tablet.report, NOW);
  const batch = await nextBatch(tablet.db, -1);
  const missingFiles = attached.ok ? [attached.value.sha256] : [];
  const receipts = batch.map((row) => accepted(row.mutationId, { missingFiles }));
  await settle(tablet.db, batch, aReply(receipts), NOW);
  return tablet;
}

/** Different bytes all along, so that a part put in the wrong place shows. */
function someBytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 256);
}

/** Over a slow link, where parts are as small as they get. */
function upload({ db }: TestTablet, server: FakeServer) {
  let ms = 0;
  const clock = () => {
    ms += 8000;
    return ms;
  };
  return uploadFiles({
    db,
    transport: createTransport(server.fetch),
    clock,
    speed: createLinkSpeed(),
  });
}

const received = (server: FakeServer) => [...server.uploads.values()].map(({ bytes }) => bytes);
const only = async ({ db }: TestTablet) => must((await db.uploads.toArray())[0], "one upload");

test("a file arrives whole, announced with its hash, its Thai name and its submission", async () => {
  const bytes = someBytes(3 * PART + 5);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  expect(await upload(tablet, server)).toEqual({ ok: true, value: "finished" });
  expect(received(server)).toEqual([bytes]);
  const row = await only(tablet);
  expect(row).toMatchObject({ state: "done", offset: bytes.length });
  const announced = (server.calls[0]?.headers.get("Upload-Metadata") ?? "").split(",");
  expect(
    announced.map((pair) => pair.split(" ")).map(([key, value = ""]) => [key, decode(value)]),
  ).toEqual([
    ["sha256", row.sha256],
    ["filename", "ประชุม.webp"],
    ["filetype", "image/webp"],
    ["submission", row.submissionId],
  ]);
});

function decode(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}

test.each([0, 1, 2, 3])("[F1] a link cut at part %i repeats at most one part", async (cutAt) => {
  const bytes = someBytes(4 * PART);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  let parts = 0;
  let sentBytes = 0;
  server.intercept = (call, body) => {
    if (call.method !== "PATCH") return undefined;
    parts += 1;
    sentBytes += body instanceof Uint8Array ? body.length : 0;
    if (parts - 1 !== cutAt) return undefined;
    // A third of the part arrived before the cut, and the server kept it.
    const at = must(server.uploads.get(call.path), "the upload is there");
    const part = body instanceof Uint8Array ? body : new Uint8Array();
    at.bytes = Uint8Array.from([...at.bytes, ...part.slice(0, PART / 3)]);
    return Promise.reject(new TypeError("cut"));
  };
  expect(await upload(tablet, server)).toEqual({ ok: false, error: { kind: "offline" } });
  expect((await only(tablet)).state).toBe("sending");
  expect(await upload(tablet, server)).toEqual({ ok: true, value: "finished" });
  expect(received(server)).toEqual([bytes]);
  expect(sentBytes - bytes.length).toBeLessThan(PART);
});

test("[F1] a part whose reply was lost is not sent twice", async () => {
  const bytes = someBytes(3 * PART);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  let isLost = false;
  const { fetch } = server;
  server.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (init.method !== "PATCH" || isLost) return response;
    isLost = true;
    throw new TypeError("cut");
  };
  await upload(tablet, server);
  await upload(tablet, server);
  expect(received(server)).toEqual([bytes]);
  expect(server.calls.filter((call) => call.method === "PATCH").length).toBe(3);
});

test("[F1] a file is done only when the server said so after its last byte", async () => {
  const bytes = someBytes(2 * PART);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  let published = 0;
  const { fetch } = server;
  server.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (init.method !== "PATCH" || received(server)[0]?.length !== bytes.length) return response;
    published += 1;
    // The first time it dies with all bytes stored and nothing published.
    if (published === 1) throw new TypeError("cut");
    return response;
  };
  await upload(tablet, server);
  expect((await only(tablet)).state).toBe("sending");
  await upload(tablet, server);
  expect((await only(tablet)).state).toBe("done");
  expect(published).toBe(2);
  expect(received(server)).toEqual([bytes]);
});

test("[F1] an offset the server sees otherwise is asked for again", async () => {
  const bytes = someBytes(2 * PART);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  server.intercept = (call) => {
    if (call.method !== "PATCH") return undefined;
    server.intercept = () => undefined;
    const at = must(server.uploads.get(call.path), "the upload is there");
    at.bytes = bytes.slice(0, 10);
    return undefined;
  };
  expect(await upload(tablet, server)).toEqual({ ok: true, value: "finished" });
  expect(received(server)).toEqual([bytes]);
});

test.each([404, 410])("[F1] an upload that is gone (%i) is begun again", async (status) => {
  const bytes = someBytes(2 * PART);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  let parts = 0;
  server.intercept = (call) => {
    if (call.method === "PATCH") parts += 1;
    if (call.method !== "PATCH" || parts !== 2) return undefined;
    server.uploads.clear();
    return new Response(null, { status, headers: { "Tus-Resumable": "1.0.0" } });
  };
  expect(await upload(tablet, server)).toEqual({ ok: true, value: "finished" });
  expect(received(server)).toEqual([bytes]);
});

test("[F3] a file the server refuses for good steps aside with the reason", async () => {
  const tablet = await withFile(someBytes(10));
  const server = aFakeServer();
  server.intercept = (call) =>
    call.method === "PATCH" ? refused(422, "file-type-mismatch") : undefined;
  expect(await upload(tablet, server)).toEqual({ ok: true, value: "finished" });
  expect(await only(tablet)).toMatchObject({ state: "refused", reason: "file-type-mismatch" });
  expect(await pendingUploads(tablet.db)).toEqual([]);
});

test("[O15] [P10] a file that the browser does not give back steps aside", async () => {
  const tablet = await withFile(someBytes(10));
  refuseFirst(tablet.db.files);
  expect(await upload(tablet, aFakeServer())).toEqual({ ok: true, value: "finished" });
  expect(await only(tablet)).toMatchObject({ state: "refused", reason: "bytes-missing" });
});

test("a file that arrived damaged is sent anew in the next round", async () => {
  const bytes = someBytes(10);
  const tablet = await withFile(bytes);
  const server = aFakeServer();
  server.intercept = (call) =>
    call.method === "PATCH" ? refused(422, "file-hash-mismatch") : undefined;
  await upload(tablet, server);
  expect(await only(tablet)).toMatchObject({ state: "waiting", offset: 0 });
  server.intercept = () => undefined;
  await upload(tablet, server);
  expect(received(server).at(-1)).toEqual(bytes);
});

test("a portal in the way of an upload changes nothing", async () => {
  const tablet = await withFile(someBytes(10));
  const server = aFakeServer();
  server.intercept = () => new Response("<html>", { status: 201, headers: { Location: "/login" } });
  expect(await upload(tablet, server)).toEqual({ ok: false, error: { kind: "portal" } });
  expect(await only(tablet)).not.toHaveProperty("uploadUrl");
});

test("text submitted during an upload goes before the next part", async () => {
  const tablet = await withFile(someBytes(4 * PART));
  const server = aFakeServer();
  server.intercept = async (call) => {
    if (call.method === "PATCH") await submit(tablet);
    return undefined;
  };
  expect(await upload(tablet, server)).toEqual({ ok: true, value: "text-first" });
  expect(received(server)[0]?.length).toBe(PART);
});

test("parts are small on a slow link and grow on a fast one", () => {
  const speed = createLinkSpeed();
  expect(speed.partBytes).toBe(PART);
  speed.note(PART, 8000);
  expect(speed.partBytes).toBe(PART);
  speed.note(PART, 500);
  expect(speed.partBytes).toBe(4 * PART);
  speed.note(PART, 10);
  expect(speed.partBytes).toBe(8 * PART);
});

test("a small rest, of which the answer takes longer than the bytes, hardly slows the measured link", () => {
  const speed = createLinkSpeed();
  expect(speed.bytesPerSecond, "not measured").toBeNull();
  speed.note(PART, 1000);
  expect(speed.bytesPerSecond).toBe(PART);
  speed.note(PART / 64, 1000);
  expect(speed.bytesPerSecond).toBeGreaterThan(PART * 0.98);
});
