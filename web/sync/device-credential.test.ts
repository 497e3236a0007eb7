import { afterEach, beforeEach, expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { revokeDevice } from "../../sync-server/store/devices.ts";
import {
  openTestServer,
  PASSWORD,
  personId,
  pushInit,
  type TestServer,
} from "../../sync-server/testing/test-server.ts";
import { readSettings } from "../db/settings.ts";
import { aRescueTablet, type RescueTablet } from "../rescue/test-tablet.ts";

// The tablet's own credential, with the app's own client on a real server.

const OFFICER = { username: "officer", password: PASSWORD };
const HEAD = { username: "head", password: PASSWORD };
const DAY_MS = 24 * 60 * 60_000;

let server: TestServer;
let tablet: RescueTablet;
/** What a test says the network does to a reply. */
let loseReply: (path: string) => boolean;

beforeEach(async () => {
  loseReply = () => false;
  server = await openTestServer();
  const { assignment } = server;
  tablet = await aRescueTablet(
    {
      assignment,
      async request(url, init) {
        const reply = await server.request(url, init);
        if (loseReply(url)) throw new TypeError("Failed to fetch");
        return reply;
      },
    },
    OFFICER,
  );
});
afterEach(async () => {
  await tablet.close();
  await server.close();
});

function aDayPasses(): void {
  server.clock.now = new Date(server.clock.now.getTime() + DAY_MS);
}

function deviceCookie({ cookie }: RescueTablet): string | undefined {
  return cookie.split("; ").find((one) => one.startsWith("bpm_device="));
}

async function versions() {
  return server.store.reader
    .selectFrom("versions")
    .select(["version", "author_id", "body"])
    .execute();
}

async function devices() {
  return server.store.reader.selectFrom("devices").selectAll().orderBy("first_seen_at").execute();
}

async function outcomes() {
  const rows = await tablet.db.settled.toArray();
  return rows.map(({ receipt }) => receipt.outcome);
}

test("A's offline work goes out while B is signed in, and is A's", async () => {
  await tablet.submit(await tablet.write("by A"));
  await tablet.signIn(HEAD);
  await tablet.sync();
  expect(await versions()).toMatchObject([{ author_id: personId("officer") }]);
});

test("A's offline work goes out after A's session is over, file and all", async () => {
  await tablet.submit(await tablet.write("by A"));
  server.clock.now = new Date(server.clock.now.getTime() + 60 * DAY_MS);
  await expect(tablet.sync(), "reading needs a session").rejects.toThrow("signed-out");
  expect(await versions()).toMatchObject([{ author_id: personId("officer") }]);
  const files = await server.store.reader.selectFrom("file_arrivals").selectAll().execute();
  expect(files).toHaveLength(1);
});

test("the credential is another one after every contact, and the one before is over then", async () => {
  const first = tablet.cookie;
  const seen = new Set<string | undefined>();
  for (let contact = 0; contact < 4; contact += 1) {
    aDayPasses();
    await tablet.sync();
    seen.add(deviceCookie(tablet));
  }
  expect(seen.size).toBe(4);
  expect(await devices()).toHaveLength(1);
  await server.push({ cookie: first }, server.report());
  expect(await devices(), "an old one is somebody else's").toHaveLength(2);
});

test("a lost reply: the credential before works on, however many are lost in a row", async () => {
  for (let contact = 0; contact < 5; contact += 1) {
    aDayPasses();
    const before = deviceCookie(tablet);
    loseReply = () => true;
    await expect(tablet.sync()).rejects.toThrow("offline");
    expect(deviceCookie(tablet)).toBe(before);
    loseReply = () => false;
    await tablet.submit(await tablet.write(`text ${contact}`));
    tablet.loseSession();
    await expect(tablet.sync()).rejects.toThrow("signed-out");
    expect(await versions()).toHaveLength(contact + 1);
    await tablet.signIn(OFFICER);
    await tablet.sync();
  }
  expect(await devices(), "nobody takes it for a copy").toHaveLength(1);
});

test("requests side by side, as of two windows, are one contact and not two tablets", async () => {
  for (let contact = 0; contact < 3; contact += 1) {
    aDayPasses();
    await Promise.all([tablet.sync(), tablet.sync(), tablet.sync()]);
  }
  expect(await devices()).toHaveLength(1);
});

test("a changed, cut or made-up credential is none", async () => {
  const cookie = deviceCookie(tablet) ?? "";
  const [secret, generation, seal] = cookie.slice("bpm_device=".length).split(".");
  const forged = [
    `${secret}.${Number(generation) + 1}.${seal}`,
    `${secret}.${generation}`,
    `${secret}.${generation}.${seal?.replace(/^./, (first) => (first === "A" ? "B" : "A"))}`,
    `${"A".repeat(43)}.${generation}.${seal}`,
    "",
  ];
  for (const text of forged) {
    const pushed = server.push({ cookie: `bpm_device=${text}` }, server.report());
    await expect(pushed, text).rejects.toThrow("sign-in-required");
  }
});

test("a stolen device credential reads nothing", async () => {
  const cookie = deviceCookie(tablet) ?? "";
  for (const url of ["/api/sync/pull", "/api/auth/session", "/api/rescue/drafts"]) {
    expect((await server.request(url, { cookie })).status, url).toBe(401);
  }
});

test("a revoked tablet: what it brings is held, whoever is signed in, and it reads nothing", async () => {
  await tablet.submit(await tablet.write("out of wrong hands"));
  await revokeDevice(server.store.writer, tablet.deviceId, server.clock.now.toISOString());
  await expect(tablet.sync()).rejects.toThrow("rejected");
  expect(await outcomes()).toEqual(["held"]);
  expect(await versions()).toEqual([]);
  expect(await tablet.db.outbox.count()).toBe(0);
  const { cookie } = tablet;
  for (const url of ["/api/sync/pull", "/api/auth/session", "/api/rescue/drafts"]) {
    expect((await server.request(url, { cookie })).status, url).toBe(403);
  }
  await expect(tablet.signIn(OFFICER)).rejects.toThrow("device-revoked");
});

test("a session alone, without the tablet's credential, is over with its tablet too", async () => {
  const session = tablet.cookie.split("; ").find((one) => one.startsWith("bpm_session=")) ?? "";
  await revokeDevice(server.store.writer, tablet.deviceId, server.clock.now.toISOString());
  expect((await server.request("/api/sync/pull", { cookie: session })).status).toBe(403);
  const { receipts } = await server.push({ cookie: session }, server.report());
  expect(receipts).toMatchObject([{ outcome: "held", reason: "unknown-author" }]);
});

test("a copied tablet is noticed, both work on, and nothing is lost or doubled", async () => {
  await tablet.submit(await tablet.write("before the copy"));
  const twin = await tablet.copy();
  for (let contact = 0; contact < 3; contact += 1) {
    aDayPasses();
    await tablet.sync();
  }
  aDayPasses();
  await twin.sync();
  expect(await versions(), "the copied mutation took effect once").toHaveLength(1);
  expect(await devices()).toMatchObject([
    { id: tablet.deviceId, copied_at: expect.any(String), copied_from: null },
    { copied_at: expect.any(String), copied_from: tablet.deviceId },
  ]);

  for (const one of [tablet, twin]) {
    one.loseSession();
    await one.submit(await one.write(`by ${one === twin ? "the copy" : "the first"}`));
    await expect(one.sync()).rejects.toThrow("signed-out");
    await one.signIn(OFFICER);
    await one.sync();
    expect(await one.db.outbox.count()).toBe(0);
  }
  expect(await devices(), "no third one").toHaveLength(2);
  const ids = [tablet, twin].map(async ({ db }) => (await readSettings(db)).deviceId);
  expect(new Set(await Promise.all(ids)).size, "each has an id of its own").toBe(2);
  await twin.close();
});

test("a copy whose credential expired signs in; it does not become one copy more, nor forgets that it was revoked", async () => {
  const cookie = must(deviceCookie(tablet), "a signed-in tablet has a credential");
  for (let contact = 0; contact < 2; contact += 1) {
    aDayPasses();
    await tablet.sync();
  }
  await server.push({ cookie }, server.report());
  const [, copy] = await devices();
  const { id } = must(copy, "the copy was noticed");
  await revokeDevice(server.store.writer, id, server.clock.now.toISOString());
  for (let contact = 0; contact < 8; contact += 1) {
    server.clock.now = new Date(server.clock.now.getTime() + 29 * DAY_MS);
    await tablet.signIn(OFFICER);
    await tablet.sync();
  }
  const refused = await server.request("/api/sync/push", pushInit([server.report()], { cookie }));
  expect(refused.status).toBe(401);
  expect(await devices()).toHaveLength(2);
});

test("the copy of a revoked tablet is revoked", async () => {
  const twin = await tablet.copy();
  for (let contact = 0; contact < 3; contact += 1) {
    aDayPasses();
    await tablet.sync();
  }
  await revokeDevice(server.store.writer, tablet.deviceId, server.clock.now.toISOString());
  await twin.submit(await twin.write("out of wrong hands"));
  await expect(twin.sync()).rejects.toThrow("rejected");
  expect(await versions()).toEqual([]);
  await twin.close();
});
