import { expect, test } from "vitest";
import { contentOf } from "../db/content.ts";
import { attachFile } from "../db/files.ts";
import { readSettings } from "../db/settings.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { aTablet, NOW, write } from "../db/test-db.ts";
import { aFakeServer } from "./fake-server.ts";
import { createLinkSpeed } from "./link-speed.ts";
import { syncRound } from "./sync-round.ts";
import { createTransport } from "./transport.ts";

async function withPhoto(sizeBytes: number) {
  const tablet = await aTablet();
  const { db, report } = tablet;
  await write(tablet);
  const described = { name: "ประชุม.webp", mediaType: "image/webp" as const, now: NOW };
  await attachFile(db, report, { ...described, bytes: new ArrayBuffer(sizeBytes) });
  await submitDraft(db, report, NOW);
  return db;
}

test("how fast files left is measured and kept, for the estimate of the next evening", async () => {
  const db = await withPhoto(128 * 1024);
  const server = aFakeServer();
  server.receipt = (mutation) => ({
    mutationId: mutation.mutationId,
    outcome: "accepted",
    version: 1,
    seq: 1,
    receivedAt: NOW,
    missingFiles: contentOf(mutation).attachments.map(({ sha256 }) => sha256),
  });
  let now = Date.parse(NOW);
  const clock = () => {
    now += 500;
    return now;
  };
  expect((await readSettings(db)).uploadSpeed).toBeNull();
  const transport = createTransport(server.fetch);
  expect(await syncRound({ db, transport, clock, speed: createLinkSpeed() })).toMatchObject({
    ok: true,
  });
  const { uploadSpeed } = await readSettings(db);
  expect(uploadSpeed?.bytesPerSecond, "64 KB in half a second").toBe(128 * 1024);
});

test("the tablet's clock is held against the server's at every answer that is surely the server's", async () => {
  const db = await withPhoto(10);
  const server = aFakeServer();
  const transport = createTransport(async (url, init) => {
    const reply = await server.fetch(url, init);
    reply.headers.set("Date", new Date(Date.now() - 7 * 60_000).toUTCString());
    return reply;
  });
  expect(transport.clockAheadMs()).toBeNull();
  await syncRound({ db, transport, clock: Date.now, speed: createLinkSpeed() });
  const { clockAheadMs } = await readSettings(db);
  expect(Math.round((clockAheadMs ?? 0) / 60_000)).toBe(7);

  const headers = { Date: new Date(0).toUTCString() };
  server.intercept = () => new Response("<html>Welcome to Free Wi-Fi", { status: 200, headers });
  const portal = createTransport(server.fetch);
  await syncRound({ db, transport: portal, clock: Date.now, speed: createLinkSpeed() });
  expect(portal.clockAheadMs(), "a portal's clock is nobody's").toBeNull();
});
