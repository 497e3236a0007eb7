import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isVisibleFrom } from "../../shared/org-unit.ts";
import { type PullReply, readPut } from "../../shared/pull.ts";
import { anAreaBody, anId, aReportBody } from "../../shared/test-builders.ts";
import { putAreas } from "../store/areas.ts";
import { reassign, setAssignmentOpen } from "../store/assignments.ts";
import { readChanges } from "../store/changes.ts";
import { addReview } from "../store/reviews.ts";
import { mirrorOf } from "../testing/pages.ts";
import {
  onlyCookie,
  openTestServer,
  PEOPLE,
  personId,
  type Tablet,
  type TestServer,
  WHO,
} from "../testing/test-server.ts";

let server: TestServer;
let officer: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
});
afterEach(() => server.close());

const idsOf = (reply: PullReply, type: string) =>
  reply.puts.filter((put) => put.type === type).map((put) => put.id);

test("what is pulled is what the contract says, row by row", async () => {
  await server.push(officer, server.report());
  const { puts } = await server.pull(officer);
  expect(puts.map((put) => readPut(put).ok)).toEqual(puts.map(() => true));
  expect(puts.map((put) => put.type).sort()).toEqual(["assignment", "fiscalYear", "submission"]);
});

test("a second pull brings only what changed, and the newest of it", async () => {
  await server.push(officer, server.report());
  const { cursor } = await server.pull(officer);
  expect((await server.pull(officer, `?cursor=${cursor}`)).puts).toEqual([]);
  await server.push(officer, server.report({ baseVersion: 1, body: aReportBody({ steps: {} }) }));
  await server.push(officer, server.report({ baseVersion: 2, body: aReportBody() }));
  const { puts } = await server.pull(officer, `?cursor=${cursor}`);
  expect(puts).toMatchObject([{ type: "submission", row: { version: 3 } }]);
});

test("a review reaches the district with its comments, and a new version clears it", async () => {
  await server.push(officer, server.report());
  const { cursor } = await server.pull(officer);
  const comments = [{ id: anId(), field: "outputs.o1", text: "ตรวจสอบอีกครั้ง" }];
  await server.store.writer.transaction().execute((tx) =>
    addReview(tx, {
      submissionId: server.assignment.reportId,
      state: "returned",
      reviewerId: personId("planner"),
      at: "2024-03-15T04:00:00Z",
      comments,
    }),
  );
  const { puts } = await server.pull(officer, `?cursor=${cursor}`);
  const byId = personId("planner");
  const review = { state: "returned", byId, byName: "Name of planner", comments };
  expect(puts).toMatchObject([{ row: { review } }]);
  await server.push(officer, server.report({ baseVersion: 1 }));
  const later = await server.pull(officer, `?cursor=${cursor}`);
  expect(later.puts).toMatchObject([{ row: { review: { state: "received", comments: [] } } }]);
});

test("pages of any size leave the same mirror", async () => {
  const areas = Array.from({ length: 12 }, () => server.area({ body: anAreaBody() }));
  await server.push(officer, server.report(), ...areas);
  const whole = await mirrorOf(server, officer);
  expect(whole.mirror.size).toBe(15);
  for (const limit of [1, 2, 7])
    expect((await mirrorOf(server, officer, limit)).mirror).toEqual(whole.mirror);
});

describe("cursors", () => {
  test.each(["", "x", "bnVsbA==", "WzEsMiwzLDRd", "%00"])(
    "a cursor of no use (%j) starts from nothing, and says so",
    async (cursor) => {
      const reply = await server.pull(officer, `?cursor=${encodeURIComponent(cursor)}`);
      expect(reply.reset).toBe(true);
      expect(idsOf(reply, "assignment")).toEqual([server.assignment.id]);
    },
  );

  test("no cursor starts from nothing without a reset", async () => {
    expect((await server.pull(officer)).reset).toBe(false);
  });

  test("a cursor of another office, or of another life of the database, is of no use", async () => {
    const neighbour = await server.signIn("neighbour");
    const { cursor } = await server.pull(neighbour);
    expect((await server.pull(officer, `?cursor=${cursor}`)).reset).toBe(true);
    const own = (await server.pull(officer)).cursor;
    expect((await server.pull(officer, `?cursor=${own}`)).reset).toBe(false);
    await server.store.writer.updateTable("installation").set({ epoch: anId() }).execute();
    expect((await server.pull(officer, `?cursor=${own}`)).reset).toBe(true);
  });

  test("a cursor ahead of the feed is of no use: the database went back in time", async () => {
    await server.push(officer, server.report());
    const { cursor } = await server.pull(officer);
    await server.store.writer.updateTable("installation").set({ head_seq: 1 }).execute();
    expect((await server.pull(officer, `?cursor=${cursor}`)).reset).toBe(true);
  });
});

describe("who pulls", () => {
  test("the device credential reads nothing", async () => {
    const { cookie } = onlyCookie(officer, "device");
    expect((await server.request("/api/sync/pull", { cookie })).status).toBe(401);
  });

  test("a tablet that pulls for somebody else is told so", async () => {
    const { cookie } = officer;
    const reply = await server.request(`/api/sync/pull?viewer=${personId("head")}`, { cookie });
    expect([reply.status, await reply.json()]).toMatchObject([401, { code: "other-viewer" }]);
    await server.pull(officer, `?viewer=${personId("officer")}`);
  });

  test("[P1] an app too old to read is told so", async () => {
    const { cookie } = officer;
    const reply = await server.request("/api/sync/pull?protocolVersion=0", { cookie });
    expect([reply.status, await reply.json()]).toMatchObject([426, { code: "protocol-too-old" }]);
  });

  test.each(WHO)("%s sees the rows of their scope and role, and no others", async (who) => {
    await server.push(officer, server.report());
    const neighbour = await server.signIn("neighbour");
    const { id, reportId } = server.neighbours;
    const fields = { assignmentId: id, submissionId: reportId, authorId: personId("neighbour") };
    await server.push(neighbour, server.report(fields));
    const reply = await server.pull(await server.signIn(who));

    const both = [server.assignment, server.neighbours];
    const visible = both.filter((one) => isVisibleFrom(PEOPLE[who].unit, one.districtCode));
    expect(idsOf(reply, "assignment").sort()).toEqual(visible.map((one) => one.id).sort());
    const reads = who !== "admin" && who !== "studyCentre";
    const reports = reads ? visible.map((one) => one.reportId) : [];
    expect(idsOf(reply, "submission").sort()).toEqual(reports.sort());
  });
});

test("the scope predicate in SQL is isVisibleFrom", async () => {
  const code = fc.constantFrom("", "27", "2701", "2709", "28", "2801", "sc01", "sc02");
  const areas = ["27", "2701", "2709", "28", "2801"];
  const tx = server.store.writer;
  await putAreas(
    tx,
    areas.map((one) => ({ code: one, level: "district", name: one, parentCode: null })),
  );
  await fc.assert(
    fc.asyncProperty(code, async (unit) => {
      const view = { unit, types: ["area"] as const, after: 0, limit: 100 };
      const rows = await readChanges(server.store.reader, view);
      expect(rows.map(({ id }) => id)).toEqual(areas.filter((one) => isVisibleFrom(unit, one)));
    }),
  );
});

describe("[D2] assignments that move", () => {
  async function move(districtCode: string) {
    await server.store.writer
      .transaction()
      .execute((tx) => reassign(tx, { assignmentId: server.assignment.id, districtCode }));
  }

  test("[D2] the loser gets tombstones, the winner every row however old, the province neither loss", async () => {
    const [neighbour, planner] = [await server.signIn("neighbour"), await server.signIn("planner")];
    await server.push(officer, server.report(), server.area({ body: anAreaBody() }));
    const before = {
      officer: await mirrorOf(server, officer),
      neighbour: await mirrorOf(server, neighbour),
      planner: await mirrorOf(server, planner),
    };
    await move("2708");
    for (const limit of [1, 500]) {
      const lost = await mirrorOf(server, officer, limit, before.officer);
      expect([...lost.mirror.keys()]).toEqual(["fiscalYear/2567"]);
      const won = await mirrorOf(server, neighbour, limit, before.neighbour);
      expect(won.mirror.size).toBe(before.neighbour.mirror.size + 3);
      const seen = await mirrorOf(server, planner, limit, before.planner);
      expect(new Set(seen.mirror.keys())).toEqual(new Set(before.planner.mirror.keys()));
    }
  });

  test("[D2] a report that is only assigned moves without a word, and can be written there", async () => {
    const neighbour = await server.signIn("neighbour");
    await move("2708");
    const { puts } = await server.pull(neighbour);
    expect(puts.map(({ type }) => type).sort()).toEqual(["assignment", "assignment", "fiscalYear"]);
    const view = { unit: "", types: ["submission"] as const, after: 0, limit: 100 };
    expect(await readChanges(server.store.reader, view)).toEqual([]);
    const { receipts } = await server.push(
      neighbour,
      server.report({ authorId: personId("neighbour") }),
    );
    expect(receipts).toMatchObject([{ outcome: "accepted", version: 1 }]);
  });

  test("[D2] there and back again leaves every mirror as a fresh one", async () => {
    const [neighbour, planner] = [await server.signIn("neighbour"), await server.signIn("planner")];
    await server.push(officer, server.report());
    const before = await Promise.all(
      [officer, neighbour, planner].map((one) => mirrorOf(server, one)),
    );
    await move("2708");
    await server.push(officer, server.area({ body: anAreaBody() }));
    await move("2709");
    // The feed is compacted: of one thing in one office only the last word is left.
    const view = { unit: "2709", types: ["submission"] as const, after: 0, limit: 100 };
    const left = await readChanges(server.store.reader, view);
    expect(left.map(({ removed }) => removed)).toEqual([false]);
    for (const [index, tablet] of [officer, neighbour, planner].entries()) {
      const caughtUp = await mirrorOf(server, tablet, 1, before[index]);
      const afresh = await mirrorOf(server, tablet);
      expect(new Map([...caughtUp.mirror].sort())).toEqual(new Map([...afresh.mirror].sort()));
    }
  });

  test("closing an assignment reaches its district and holds what comes after", async () => {
    const { cursor } = await server.pull(officer);
    await server.store.writer
      .transaction()
      .execute((tx) => setAssignmentOpen(tx, { assignmentId: server.assignment.id, open: false }));
    const { puts } = await server.pull(officer, `?cursor=${cursor}`);
    expect(puts).toMatchObject([{ type: "assignment", row: { open: false } }]);
    const { receipts } = await server.push(officer, server.report());
    expect(receipts).toMatchObject([{ reason: "project-closed" }]);
  });
});
