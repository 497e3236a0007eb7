import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import type { Put } from "../../shared/pull.ts";
import { anAssignment, aStoredSubmission } from "../../shared/test-builders.ts";
import { readUnknownPuts } from "../db/apply-delta.ts";
import { aTablet, NOW, submit, type TestTablet, write } from "../db/test-db.ts";
import { aFakeServer, type FakeServer, json, refused } from "./fake-server.ts";
import { pullMirror } from "./pull.ts";
import { pushOutbox } from "./push.ts";
import { createTransport } from "./transport.ts";

const UNIT = "2709";

const pull = ({ db, authorId }: TestTablet, server: FakeServer) =>
  pullMirror(
    { db, transport: createTransport(server.fetch), clock: () => Date.parse(NOW) },
    { viewer: authorId, unit: UNIT },
  );

function put(type: string, row: { id: string }): Put {
  return { type, id: row.id, row };
}

test("rows come page by page, each with the cursor of the one before", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  const pages = [put("assignment", anAssignment()), put("submission", aStoredSubmission())];
  server.intercept = (call) => {
    const at = Number(new URL(call.path, "http://x").searchParams.get("cursor") ?? 0);
    server.delta = {
      puts: pages.slice(at, at + 1),
      cursor: `${at + 1}`,
      more: at + 1 < pages.length,
    };
    return undefined;
  };
  expect(await pull(tablet, server)).toMatchObject({ ok: true });
  expect(server.calls).toHaveLength(2);
  expect(await tablet.db.assignments.count()).toBe(2);
  expect(await tablet.db.submissions.count()).toBe(1);
  expect((await tablet.db.cursors.get(UNIT))?.cursor).toBe("2");
});

test("a cut between two pages goes on after the first", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  server.delta = { puts: [put("assignment", anAssignment())], cursor: "1", more: true };
  server.intercept = (call) => {
    if (!call.path.includes("cursor=1")) return undefined;
    return Promise.reject(new TypeError("cut"));
  };
  expect(await pull(tablet, server)).toMatchObject({ ok: false, error: { kind: "offline" } });
  expect(await tablet.db.assignments.count()).toBe(2);
  expect((await tablet.db.cursors.get(UNIT))?.cursor).toBe("1");
});

test.each([
  ["one cursor", ["A"], 2],
  ["two", ["A", "B"], 3],
  ["three", ["A", "B", "C"], 4],
])(
  "[D4] a server that goes round %s and always has more is left, with what it brought",
  async (_which, circle, asked) => {
    const tablet = await aTablet();
    const server = aFakeServer();
    const rows = circle.map(() => anAssignment());
    server.intercept = () => {
      const at = server.calls.length - 1;
      // Else a loop without an end would be a test without one.
      if (at === 20) return Promise.reject(new TypeError("cut"));
      const row = must(rows[at % circle.length], "each page has a row");
      const cursor = must(circle[at % circle.length], "and a cursor");
      server.delta = { puts: [put("assignment", row)], cursor, more: true };
      return undefined;
    };
    expect(await pull(tablet, server)).toMatchObject({ ok: true });
    expect(server.calls).toHaveLength(asked);
    const here = await tablet.db.assignments.where("unit").equals(UNIT).primaryKeys();
    expect(here).toEqual(expect.arrayContaining(rows.map(({ id }) => [UNIT, id])));
    expect((await tablet.db.cursors.get(UNIT))?.cursor).toBe("A");
  },
);

test("[D2] a reset and a tombstone touch this unit's mirror only, and no unsent work", async () => {
  const tablet = await aTablet();
  const { db, assignment } = tablet;
  await submit(tablet);
  await write(tablet);
  await db.assignments.put({ ...anAssignment(), unit: "27" });
  const server = aFakeServer();
  server.delta = { removes: [{ type: "assignment", id: assignment.id }] };
  await pull(tablet, server);
  expect(await db.assignments.count()).toBe(1);
  server.delta = { reset: true };
  await pull(tablet, server);
  expect((await db.assignments.toArray()).map((row) => row.unit)).toEqual(["27"]);
  expect([await db.outbox.count(), await db.drafts.count()]).toEqual([1, 1]);
});

test("[D2] a lost assignment takes along what a receipt showed of it, and not what comes anew", async () => {
  const tablet = await aTablet();
  const { db, assignment } = tablet;
  await submit(tablet);
  const server = aFakeServer();
  await pushOutbox({ ...tablet, transport: createTransport(server.fetch), clock: Date.now });
  expect((await db.submissions.toArray()).map(({ id }) => id)).toEqual([assignment.reportId]);
  await db.submissions.put({ ...aStoredSubmission({ assignmentId: assignment.id }), unit: "27" });

  // As a province sees what went from one of its districts to the other.
  const record = aStoredSubmission({ assignmentId: assignment.id });
  server.delta = {
    removes: [{ type: "assignment", id: assignment.id }],
    puts: [put("submission", record)],
  };
  await pull(tablet, server);
  const here = await db.submissions.where("unit").equals(UNIT).toArray();
  expect(here.map(({ id }) => id)).toEqual([record.id]);
  expect(await db.submissions.count()).toBe(2);
});

test("[D3] a put of an unknown type or shape is kept raw, and read by the app that knows it", async () => {
  const tablet = await aTablet();
  const { db } = tablet;
  const submission = aStoredSubmission();
  const later = { type: "ranking", id: "r1", stars: 5 };
  const reshaped = { type: "submission", id: submission.id, row: { ...submission, version: "๒" } };
  const server = aFakeServer();
  server.delta = { puts: [later, reshaped] };
  await pull(tablet, server);
  const kept = await db.unknownPuts.toArray();
  expect(kept.map((row) => row.raw)).toEqual([later, reshaped]);

  // The next version of the app, stood in for by a row that this one can read.
  await db.unknownPuts.update([UNIT, "submission", submission.id], {
    raw: put("submission", submission),
  });
  await readUnknownPuts(db);
  expect(await db.submissions.get([UNIT, submission.id])).toMatchObject(submission);
  expect((await db.unknownPuts.toArray()).map((row) => row.type)).toEqual(["ranking"]);
});

test("[D3] a tombstone removes what was kept raw, too", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  server.delta = { puts: [{ type: "ranking", id: "r1" }] };
  await pull(tablet, server);
  server.delta = { puts: [], removes: [{ type: "ranking", id: "r1" }] };
  await pull(tablet, server);
  expect(await tablet.db.unknownPuts.count()).toBe(0);
});

test("[O6] a page that is not the server's leaves mirror and cursor as they are", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  server.intercept = () => json({ cursor: "9", reset: true });
  expect(await pull(tablet, server)).toMatchObject({ error: { kind: "portal" } });
  expect(await tablet.db.assignments.count()).toBe(1);
  expect(await tablet.db.cursors.count()).toBe(0);
});

test("somebody else's session is told apart from none", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  server.intercept = () => refused(401, "other-viewer");
  expect(await pull(tablet, server)).toEqual({ ok: false, error: { kind: "other-viewer" } });
  server.intercept = () => refused(401, "sign-in-required");
  expect(await pull(tablet, server)).toEqual({ ok: false, error: { kind: "signed-out" } });
  server.intercept = () => refused(426, "protocol-too-old");
  expect(await pull(tablet, server)).toEqual({ ok: false, error: { kind: "too-old" } });
});

test.each([
  ["released", 0],
  ["answered", 1],
])("[K2] held work that was %s asks for care: %i", async (state, needsCare) => {
  const tablet = await aTablet();
  const { db } = tablet;
  const { mutationId } = await submit(tablet);
  const server = aFakeServer();
  server.receipt = () => ({ mutationId, outcome: "held", reason: "locked" });
  const transport = createTransport(server.fetch);
  await pushOutbox({ db, transport, clock: () => Date.parse(NOW) });
  expect(await db.settled.get(mutationId)).toMatchObject({ needsCare: 1 });

  const row = { mutationId, state, note: "ส่งซ้ำ", byName: "นางใบข้าว", at: NOW };
  server.delta = { puts: [{ type: "keptAnswer", id: mutationId, row }] };
  await pull(tablet, server);
  expect(await db.settled.get(mutationId)).toMatchObject({ needsCare });
  expect(await db.keptAnswers.get([UNIT, mutationId])).toMatchObject({ note: "ส่งซ้ำ" });
});
