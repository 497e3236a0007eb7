import { expect, test } from "vitest";
import { aReportBody } from "../../shared/test-builders.ts";
import { takeBack } from "../db/outbox.ts";
import {
  accepted,
  aReply,
  aTablet,
  EPOCH,
  NOW,
  refuseFirst,
  submit,
  type TestTablet,
} from "../db/test-db.ts";
import { aFakeServer, type FakeServer, json, refused } from "./fake-server.ts";
import { pushOutbox } from "./push.ts";
import { createTransport } from "./transport.ts";

const push = (tablet: TestTablet, server: FakeServer) =>
  pushOutbox({
    db: tablet.db,
    transport: createTransport(server.fetch),
    clock: () => Date.parse(NOW),
  });

async function inOutbox({ db }: TestTablet) {
  return (await db.outbox.toArray()).map((row) => row.mutationId);
}

test("[O4] what the server answered leaves the outbox and stays with its receipt", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  expect(await push(tablet, aFakeServer())).toMatchObject({ ok: true });
  expect(await inOutbox(tablet)).toEqual([]);
  expect((await tablet.db.settled.get(row.mutationId))?.receipt.outcome).toBe("accepted");
});

const PORTAL = "<html><title>ยินดีต้อนรับสู่ Wi-Fi</title></html>";
const truncated = JSON.stringify(aReply([])).slice(0, 40);
const aJsonType = { headers: { "Content-Type": "application/json; charset=utf-8" } };

test.each<[string, (ids: string[]) => Response | Promise<Response>, string]>([
  [
    "a portal's 200",
    () => new Response(PORTAL, { headers: { "Content-Type": "text/html" } }),
    "portal",
  ],
  ["a portal's 200 that claims to be JSON", () => new Response(PORTAL, aJsonType), "portal"],
  ["a redirect, which fetch refuses", () => Promise.reject(new TypeError("redirect")), "offline"],
  ["a 204", () => new Response(null, { status: 204 }), "portal"],
  ["truncated JSON", () => new Response(truncated, aJsonType), "portal"],
  ["an empty object", () => json({}), "portal"],
  ["a list without type", () => new Response(JSON.stringify(aReply([]))), "portal"],
  ["a short list", ([id = ""]) => json(aReply([accepted(id)])), "portal"],
  ["no receipts", () => json(aReply([])), "portal"],
  ["the wrong order", ([a = "", b = ""]) => json(aReply([accepted(b), accepted(a)])), "portal"],
  ["one receipt twice", ([a = ""]) => json(aReply([accepted(a), accepted(a)])), "portal"],
  [
    "an outcome that this app does not know",
    (ids) => {
      const receipts = ids.map((mutationId) => ({ mutationId, outcome: "postponed" }));
      return json({ ...aReply([]), receipts });
    },
    "portal",
  ],
  ["a 201", (ids) => json(aReply(ids.map((id) => accepted(id))), 201), "portal"],
  ["a portal's 401", () => new Response(PORTAL, { status: 401 }), "portal"],
  ["a proxy's 403", () => new Response(PORTAL, { status: 403 }), "portal"],
  ["a proxy's 502", () => new Response(PORTAL, { status: 502 }), "server-error"],
])("[O6] %s changes nothing", async (_name, answer, kind) => {
  const tablet = await aTablet();
  const ids = [await submit(tablet), await submit(tablet)].map((row) => row.mutationId);
  const server = aFakeServer();
  server.intercept = () => answer(ids);
  expect(await push(tablet, server)).toMatchObject({ ok: false, error: { kind } });
  expect(await inOutbox(tablet)).toEqual(ids);
  expect(await tablet.db.settled.count()).toBe(0);
});

test("[O5] 401 leaves the queue untouched, and Retry-After is passed on", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  server.intercept = () => refused(401, "sign-in-required");
  expect(await push(tablet, server)).toEqual({ ok: false, error: { kind: "signed-out" } });
  server.intercept = () => json({ code: "busy", message: "" }, 503, { "Retry-After": "7" });
  expect(await push(tablet, server)).toEqual({
    ok: false,
    error: { kind: "throttled", retryAfterMs: 7000 },
  });
  expect(await inOutbox(tablet)).toHaveLength(1);
});

test("[O3] a mutation that was offered once cannot be recalled, even when no answer came", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  const server = aFakeServer();
  server.intercept = () => Promise.reject(new TypeError("cut"));
  await push(tablet, server);
  expect(await takeBack(tablet.db, row.mutationId, NOW)).toMatchObject({ ok: false });
});

test.each([
  ["400", () => refused(400, "malformed"), "malformed"],
  ["413", () => refused(413, "too-large"), "too-large"],
  ["500", () => refused(500, "internal"), "internal"],
])(
  "[P10] one poisonous mutation (%s) among many is flagged, and all others go",
  async (_, no, code) => {
    const tablet = await aTablet();
    for (let n = 0; n < 49; n += 1) await submit(tablet, aReportBody({ successPoints: `${n}` }));
    const poison = (await inOutbox(tablet))[30] ?? "";
    const server = aFakeServer();
    server.intercept = (_call, body) =>
      JSON.stringify(body).includes(`"mutationId":"${poison}"`) ? no() : undefined;
    expect(await push(tablet, server)).toMatchObject({ ok: true });
    expect(await inOutbox(tablet)).toEqual([poison]);
    expect((await tablet.db.outbox.get({ mutationId: poison }))?.problem?.code).toBe(code);

    const after = [await submit(tablet), await submit(tablet)];
    expect(await push(tablet, server)).toMatchObject({ ok: true });
    expect(await tablet.db.settled.bulkGet(after.map((row) => row.mutationId))).not.toContain(
      undefined,
    );

    server.intercept = () => undefined;
    await push(tablet, server);
    expect(await inOutbox(tablet)).toEqual([]);
  },
);

test("[O15] [P10] a mutation that the browser does not give back holds up no other", async () => {
  const tablet = await aTablet();
  for (let n = 0; n < 60; n += 1) await submit(tablet, aReportBody({ successPoints: `${n}` }));
  const [first] = await inOutbox(tablet);
  refuseFirst(tablet.db.outbox);
  expect(await push(tablet, aFakeServer())).toMatchObject({ ok: true });
  expect(await inOutbox(tablet)).toEqual([first]);
});

test("[P10] a server that fails at everything is not hammered", async () => {
  const tablet = await aTablet();
  for (let n = 0; n < 50; n += 1) await submit(tablet);
  const server = aFakeServer();
  server.intercept = () => refused(500, "internal");
  expect(await push(tablet, server)).toMatchObject({ ok: false, error: { kind: "server-error" } });
  expect(server.calls.length).toBeLessThan(12);
  expect(await inOutbox(tablet)).toHaveLength(50);
});

test("a waiting mutation stays in the outbox and is offered once in every round", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  const server = aFakeServer();
  server.receipt = ({ mutationId }) => ({ mutationId, outcome: "waiting", for: { version: 3 } });
  await push(tablet, server);
  await push(tablet, server);
  expect(server.pushed).toHaveLength(2);
  expect(await tablet.db.outbox.get({ mutationId: row.mutationId })).toMatchObject({
    state: "waiting",
  });
});

const OTHER_EPOCH = "00000000-0000-4000-8000-00000000e002";

test.each([
  ["another epoch", { epoch: OTHER_EPOCH, headSeq: 99 }],
  ["a head behind a receipt", { epoch: EPOCH, headSeq: 1 }],
])("[O11] %s: what the server forgot is offered again, in its old order", async (_name, reply) => {
  const tablet = await aTablet();
  const server = aFakeServer();
  const old = [await submit(tablet), await submit(tablet)].map((row) => row.mutationId);
  await push(tablet, server);
  const fresh = (await submit(tablet)).mutationId;

  server.pushed.length = 1;
  server.reply = reply;
  await push(tablet, server);
  const again = server.pushed.slice(1).map((mutation) => mutation.mutationId);
  const forgotten = reply.epoch === EPOCH ? old.slice(1) : old;
  expect(again).toEqual([fresh, ...forgotten]);
  expect(await inOutbox(tablet)).toEqual([]);
  expect(await tablet.db.settled.count()).toBe(3);
});

test("[O11] two servers that take turns do not keep a round going for ever", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  await push(tablet, server);
  let turn = 0;
  server.intercept = () => {
    turn += 1;
    server.reply = { epoch: turn % 2 ? OTHER_EPOCH : EPOCH };
    return undefined;
  };
  await submit(tablet);
  expect(await push(tablet, server)).toMatchObject({ ok: true });
  expect(turn).toBeLessThan(5);
});

test("a batch of some size travels compressed", async () => {
  const tablet = await aTablet();
  for (let n = 0; n < 5; n += 1) await submit(tablet);
  const server = aFakeServer();
  await push(tablet, server);
  expect(server.calls[0]?.headers.get("Content-Encoding")).toBe("gzip");
  expect(server.pushed).toHaveLength(5);
});
