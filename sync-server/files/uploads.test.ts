import { hash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, type MediaType } from "../../shared/attachment.ts";
import { SyncError } from "../../shared/sync-error.ts";
import { anAttachment, anId } from "../../shared/test-builders.ts";
import {
  onlyCookie,
  openTestServer,
  personId,
  type Tablet,
  type TestServer,
  WHO,
} from "../testing/test-server.ts";

/** Not a picture, but what a PNG begins with. */
const PNG = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
  Buffer.from("0000000049454e44ae426082", "hex"),
]);

let server: TestServer;
let officer: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
});
afterEach(() => server.close());

const sha256Of = (bytes: Buffer) => hash("sha256", bytes, "hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A report that names a file; the file itself is not here yet. */
async function announce(bytes: Buffer, mediaType: MediaType = "image/png", name = "รูป.png") {
  const sha256 = sha256Of(bytes);
  const attachment = anAttachment({ sha256, sizeBytes: bytes.length, mediaType, name });
  const { receipts } = await server.push(officer, server.report({ attachments: [attachment] }));
  expect(receipts).toMatchObject([{ outcome: "accepted", missingFiles: [sha256] }]);
  return sha256;
}

function metadata(sha256: string, submission = server.assignment.reportId) {
  return `sha256 ${base64(sha256)},submission ${base64(submission)},filename ${base64("x")}`;
}

function create(
  { sha256, sizeBytes, submission }: { sha256: string; sizeBytes: number; submission?: string },
  { cookie }: { cookie: string } = officer,
) {
  return server.request("/api/files", {
    method: "POST",
    cookie,
    headers: {
      "tus-resumable": "1.0.0",
      "upload-length": String(sizeBytes),
      "upload-metadata": metadata(sha256, submission),
    },
  });
}

function send(url: string, bytes: Buffer, offset = 0, { cookie }: { cookie: string } = officer) {
  return server.request(url, {
    method: "PATCH",
    cookie,
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    },
    body: new Uint8Array(bytes),
  });
}

/** A part of which the link lets only this much through. */
async function sendAndCut(url: string, bytes: Buffer): Promise<Response> {
  const arriving = [new Uint8Array(bytes)];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = arriving.shift();
      if (next) return controller.enqueue(next);
      // A cut is noticed long after the last byte.
      await setTimeout(100);
      controller.error(new Error("cut"));
    },
  });
  // Node wants `duplex` said for a body that streams; the DOM's types do not know it.
  const streamed: RequestInit & { cookie: string; duplex: "half" } = {
    duplex: "half",
    method: "PATCH",
    cookie: officer.cookie,
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
    body,
  };
  return server.request(url, streamed);
}

async function begin(sha256: string, sizeBytes: number): Promise<string> {
  const reply = await create({ sha256, sizeBytes });
  expect(reply.status).toBe(201);
  return reply.headers.get("location") ?? "";
}

async function offsetOf(url: string): Promise<string | null> {
  const headers = { "tus-resumable": "1.0.0" };
  const head = await server.request(url, { method: "HEAD", cookie: officer.cookie, headers });
  return head.headers.get("upload-offset");
}

async function upload(bytes: Buffer, sha256 = sha256Of(bytes)): Promise<Response> {
  return send(await begin(sha256, bytes.length), bytes);
}

function download(sha256: string, { cookie }: { cookie: string } = officer, submission?: string) {
  const of = submission ?? server.assignment.reportId;
  return server.request(`/api/files/${sha256}?submission=${of}`, { cookie });
}

async function missingFiles(): Promise<unknown> {
  const { puts } = await server.pull(officer);
  return puts.filter((put) => put.type === "submission").map((put) => put.row);
}

test("[F2] an uploaded file completes its report, and is served as what it is", async () => {
  const sha256 = await announce(PNG);
  const { cursor } = await server.pull(officer);
  expect((await upload(PNG)).status).toBe(204);
  const { puts } = await server.pull(officer, `?cursor=${cursor}`);
  expect(puts).toMatchObject([{ type: "submission", row: { version: 1, missingFiles: [] } }]);

  const reply = await download(sha256);
  expect(Buffer.from(await reply.arrayBuffer())).toEqual(PNG);
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition":
      "inline; filename=\"___.png\"; filename*=UTF-8''%E0%B8%A3%E0%B8%B9%E0%B8%9B.png",
    "cache-control": "private, max-age=31536000, immutable",
  });
});

test("[F1] the device credential may upload, and read nothing", async () => {
  const sha256 = await announce(PNG);
  const device = onlyCookie(officer, "device");
  const begun = await create({ sha256, sizeBytes: PNG.length }, device);
  const sent = await send(begun.headers.get("location") ?? "", PNG, 0, device);
  expect([begun.status, sent.status]).toEqual([201, 204]);
  expect((await download(sha256, device)).status).toBe(401);
});

describe("[F1] only whole and verified", () => {
  test("[F1] a part is not a file; what arrived is kept and gone on from", async () => {
    const sha256 = await announce(PNG);
    const url = await begin(sha256, PNG.length);
    await send(url, PNG.subarray(0, 20));
    expect((await download(sha256)).status).toBe(404);
    expect(await offsetOf(url)).toBe("20");
    expect((await send(url, PNG.subarray(20), 20)).status).toBe(204);
    expect((await download(sha256)).status).toBe(200);
  });

  test("[F1] what arrived of a part before the link was cut is kept", async () => {
    const sha256 = await announce(PNG);
    const url = await begin(sha256, PNG.length);
    await sendAndCut(url, PNG.subarray(0, 20));
    expect(await offsetOf(url)).toBe("20");
    expect((await send(url, PNG.subarray(20), 20)).status).toBe(204);
    expect((await download(sha256)).status).toBe(200);
  });

  test("[F1] other bytes than those named are refused and forgotten", async () => {
    const sha256 = await announce(PNG);
    const url = await begin(sha256, PNG.length);
    const lie = Buffer.from(PNG).fill(0, 40, 41);
    lie[40] = 7;
    const reply = await send(url, lie);
    expect(reply.status).toBe(460);
    expect(SyncError.parse(await reply.json()).code).toBe("file-hash-mismatch");
    expect((await send(url, PNG)).status).toBe(404);
    expect((await download(sha256)).status).toBe(404);
    expect((await upload(PNG)).status).toBe(204);
  });

  test("[F1] a crash between the last byte and the file is mended by an empty PATCH", async () => {
    const sha256 = await announce(PNG);
    const url = await begin(sha256, PNG.length);
    const file = path.join(server.dataDir, "uploads", path.basename(url));
    await writeFile(file, PNG);
    expect(await missingFiles()).toMatchObject([{ missingFiles: [sha256] }]);
    expect((await send(url, Buffer.alloc(0), PNG.length)).status).toBe(204);
    expect(await missingFiles()).toMatchObject([{ missingFiles: [] }]);
  });

  test("[F1] a disk that fails while publishing leaves the upload to be finished later", async () => {
    const sha256 = await announce(PNG);
    const blocked = path.join(server.dataDir, "files");
    await writeFile(blocked, "in the way");
    const url = await begin(sha256, PNG.length);
    const reply = await send(url, PNG);
    expect([reply.status, SyncError.parse(await reply.json()).code]).toEqual([503, "busy"]);
    await rm(blocked);
    await mkdir(blocked);
    expect((await send(url, Buffer.alloc(0), PNG.length)).status).toBe(204);
    expect((await download(sha256)).status).toBe(200);
  });
});

test("[F3] a disguised file is kept aside, never served, and its report is unharmed", async () => {
  const script = Buffer.from("<!doctype html><script>alert(1)</script>");
  const sha256 = await announce(script);
  const reply = await upload(script);
  expect([reply.status, SyncError.parse(await reply.json()).code]).toEqual([
    460,
    "file-type-mismatch",
  ]);
  expect((await download(sha256)).status).toBe(404);
  const kept = path.join(server.dataDir, "kept-aside", sha256.slice(0, 2), sha256);
  expect(existsSync(kept)).toBe(true);
  expect(await missingFiles()).toMatchObject([{ version: 1, missingFiles: [sha256] }]);
});

test("old Office files are known by their container", async () => {
  const document = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), randomBytes(600)]);
  await announce(document, "application/msword", "รายงาน.doc");
  expect((await upload(document)).status).toBe(204);
  const disposition = (await download(sha256Of(document))).headers.get("content-disposition");
  expect(disposition).toMatch(/^attachment; /);
});

describe("what nobody announced", () => {
  test.each<[string, { sizeBytes?: number; submission?: string; sha256?: string }]>([
    ["another file", { sha256: sha256Of(Buffer.from("other")) }],
    ["another size", { sizeBytes: PNG.length + 1 }],
    ["for another submission", { submission: anId() }],
  ])("%s is refused before a byte is sent", async (_name, fields) => {
    const sha256 = await announce(PNG);
    const reply = await create({ sha256, sizeBytes: PNG.length, ...fields });
    expect([reply.status, SyncError.parse(await reply.json()).code]).toEqual([
      403,
      "file-not-announced",
    ]);
    expect(await readdir(path.join(server.dataDir, "uploads"))).toEqual([]);
  });

  test("what is over 2 MB is refused with the limit", async () => {
    const reply = await create({ sha256: sha256Of(PNG), sizeBytes: MAX_FILE_BYTES + 1 });
    const body = SyncError.parse(await reply.json());
    expect([reply.status, body.code, body.maxBytes]).toEqual([413, "too-large", MAX_FILE_BYTES]);
  });
});

test("a file of a held mutation is taken too", async () => {
  const attachment = anAttachment({
    sha256: sha256Of(PNG),
    sizeBytes: PNG.length,
    mediaType: "image/png",
  });
  const { receipts } = await server.push(
    officer,
    server.report({ body: null, attachments: [attachment] }),
  );
  expect(receipts).toMatchObject([{ outcome: "held" }]);
  expect((await upload(PNG)).status).toBe(204);
});

test("somebody else's upload is not there for others", async () => {
  const sha256 = await announce(PNG);
  const url = await begin(sha256, PNG.length);
  const neighbour = await server.signIn("neighbour");
  expect((await send(url, PNG, 0, neighbour)).status).toBe(404);
  expect((await send(url, PNG)).status).toBe(204);
});

test("a file asked for in a colleague's name is not served by this session", async () => {
  const sha256 = await announce(PNG);
  await upload(PNG);
  const url = `/api/files/${sha256}?submission=${server.assignment.reportId}&viewer=`;
  const { cookie } = officer;
  expect((await server.request(`${url}${personId("officer")}`, { cookie })).status).toBe(200);
  const reply = await server.request(`${url}${personId("head")}`, { cookie });
  expect([reply.status, await reply.json()]).toMatchObject([401, { code: "other-viewer" }]);
});

test("who may read the submission reads its files; to all others they are not there", async () => {
  const sha256 = await announce(PNG);
  await upload(PNG);
  const readers = new Set(["officer", "head", "planner", "provinceHead", "centre"]);
  for (const who of WHO) {
    const reply = await download(sha256, await server.signIn(who));
    expect([who, reply.status]).toEqual([who, readers.has(who) ? 200 : 404]);
  }
  expect((await download(sha256, officer, server.neighbours.reportId)).status).toBe(404);
  expect((await download("../../bpm.sqlite", officer)).status).toBe(404);
});
