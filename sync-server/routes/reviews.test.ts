import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { readPut } from "../../shared/pull.ts";
import type { StoredSubmission } from "../../shared/submission.ts";
import { SyncError } from "../../shared/sync-error.ts";
import { anAreaBody, anId, aReportBody } from "../../shared/test-builders.ts";
import {
  only,
  openTestServer,
  personId,
  type Tablet,
  type TestServer,
  type Who,
} from "../testing/test-server.ts";

let server: TestServer;
let tablet: Tablet;
let planner: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  tablet = await server.signIn("officer");
  planner = await server.signIn("planner");
  await server.push(tablet, server.report({ body: aReportBody({ successPoints: "ครบ" }) }));
});
afterEach(() => server.close());

const comment = (fields = {}) => ({
  id: anId(),
  field: "outputs.o1",
  text: "ไม่ตรงรายชื่อ",
  ...fields,
});

function review(who: Tablet, body: object, submissionId = server.assignment.reportId) {
  return server.request(`/api/submissions/${submissionId}/reviews`, {
    method: "POST",
    cookie: who.cookie,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

const returned = (version: number, ...comments: object[]) => ({
  state: "returned",
  version,
  comments: comments.length > 0 ? comments : [comment()],
});
const endorsed = (version: number, after = {}) => ({
  state: "endorsed",
  version,
  comments: [],
  ...after,
});
/** Whoever writes it has read the first review of the day. */
const AFTER = { after: "2024-03-15T03:00:00.000Z" };

async function refusal(reply: Response): Promise<[number, string]> {
  return [reply.status, SyncError.parse(await reply.json()).code];
}

async function pulled(who: Tablet): Promise<StoredSubmission> {
  const { puts } = await server.pull(who);
  const found = puts.map(readPut).flatMap((put) => (put.ok ? [put.value] : []));
  const put = must(
    found.find(({ type, id }) => type === "submission" && id === server.assignment.reportId),
    "the report is in the delta",
  );
  if (put.type !== "submission") throw new Error(put.type);
  return put.row;
}

async function correct(successPoints: string) {
  const { version } = await pulled(tablet);
  const body = aReportBody({ successPoints });
  return only(await server.push(tablet, server.report({ baseVersion: version, body })));
}

async function storedReviews(): Promise<number> {
  return (await server.store.reader.selectFrom("reviews").selectAll().execute()).length;
}

describe("[V1] a review is of one version", () => {
  test("[V1] a return comes to the district with its pinned comments", async () => {
    const said = comment({ text: " ไม่ตรง​รายชื่อ " });
    expect((await review(planner, returned(1, said))).status).toBe(204);
    expect((await pulled(tablet)).review).toEqual({
      state: "returned",
      at: "2024-03-15T03:00:00.000Z",
      byId: personId("planner"),
      byName: "Name of planner",
      comments: [{ ...said, text: "ไม่ตรงรายชื่อ" }],
    });
  });

  test("[V1] one of an older version stores nothing: a newer one has come", async () => {
    await correct("ครบทุกหมู่บ้าน");
    expect(await refusal(await review(planner, endorsed(1)))).toEqual([409, "superseded"]);
    expect((await pulled(tablet)).review.state).toBe("received");
    expect((await review(planner, endorsed(2))).status).toBe(204);
  });

  test("[V1] the same review again is stored once, and wakes no reader", async () => {
    const request = returned(1);
    await review(planner, request);
    const { cursor } = await server.pull(tablet);
    expect((await review(planner, request)).status).toBe(204);
    expect(await storedReviews()).toBe(1);
    const { puts } = await server.pull(tablet, `?cursor=${encodeURIComponent(cursor)}`);
    expect(puts).toEqual([]);
  });

  test.each<[Who, [number, string]]>([
    ["centre", [403, "forbidden"]],
    ["otherPlanner", [404, "not-found"]],
    ["officer", [404, "not-found"]],
    ["head", [404, "not-found"]],
    ["studyCentre", [404, "not-found"]],
    ["admin", [404, "not-found"]],
  ])("[V1] %s does not review", async (who, answer) => {
    expect(await refusal(await review(await server.signIn(who), endorsed(1)))).toEqual(answer);
    expect(await storedReviews()).toBe(0);
  });

  test("[V1] the head of the province does", async () => {
    expect((await review(await server.signIn("provinceHead"), endorsed(1))).status).toBe(204);
  });

  test("[V1] an area record is reviewed as a report is", async () => {
    const area = server.area({ body: anAreaBody() });
    await server.push(tablet, area);
    const reply = await review(
      planner,
      returned(1, comment({ field: "venue" })),
      area.submissionId,
    );
    expect(reply.status).toBe(204);
  });

  test.each<[string, object]>([
    ["a return that says nothing", { state: "returned", version: 1, comments: [] }],
    ["an empty comment", returned(1, comment({ text: "" }))],
    ["a comment of nothing visible", returned(1, comment({ text: " \u200B " }))],
    ["a comment too long", returned(1, comment({ text: "ก".repeat(2001) }))],
    ["taking a report back to received", { state: "received", version: 1, comments: [] }],
    ["a field nobody knows", { ...endorsed(1), by: "me" }],
  ])("[V1] %s is malformed", async (_what, body) => {
    expect(await refusal(await review(planner, body))).toEqual([400, "malformed"]);
    expect(await storedReviews()).toBe(0);
  });

  test("[V3] an endorsed report is locked until the province returns it", async () => {
    await review(planner, endorsed(1));
    expect(await correct("แก้หลังรับรอง")).toMatchObject({ outcome: "held", reason: "locked" });
    await review(planner, { ...returned(1), ...AFTER });
    expect(await correct("แก้ตามที่ขอ")).toMatchObject({ outcome: "accepted", version: 2 });
    expect((await pulled(planner)).review.state).toBe("received");
  });
});

describe("[V5] nobody decides over a review they have not read", () => {
  test("[V5] of two who review one version the second is told, and nothing of theirs is stored", async () => {
    const head = await server.signIn("provinceHead");
    const said = comment();
    await review(planner, returned(1, said));
    server.clock.now = new Date("2024-03-15T04:00:00.000Z");
    expect(await refusal(await review(head, endorsed(1)))).toEqual([409, "superseded"]);
    expect((await pulled(tablet)).review).toMatchObject({ state: "returned", comments: [said] });
    expect(await storedReviews()).toBe(1);

    expect((await review(head, endorsed(1, AFTER))).status).toBe(204);
    const { review: last, earlierReviews } = await pulled(tablet);
    expect(last).toMatchObject({ state: "endorsed", byName: "Name of provinceHead" });
    expect(earlierReviews).toMatchObject([{ state: "returned", comments: [said] }]);
  });

  test("[V5] a review of the version before is no review of this one", async () => {
    await review(planner, returned(1));
    await correct("ครบทุกหมู่บ้าน");
    expect(await refusal(await review(planner, endorsed(2, AFTER)))).toEqual([409, "superseded"]);
    expect((await review(planner, endorsed(2))).status).toBe(204);
  });

  test("[V1] [V5] the same words again are stored once, whatever was read when they were first said", async () => {
    const request = returned(1);
    await review(planner, request);
    expect((await review(planner, { ...request, ...AFTER })).status).toBe(204);
    expect(await storedReviews()).toBe(1);
  });
});

describe("[V4] a submission's history comes with it", () => {
  test("[V4] every version: who, when, what it said, and every word of the province on it", async () => {
    const first = comment();
    await review(planner, endorsed(1));
    server.clock.now = new Date("2024-03-15T04:00:00.000Z");
    await review(planner, { ...returned(1, first), ...AFTER });
    server.clock.now = new Date("2024-03-15T05:00:00.000Z");
    await correct("ครบทุกหมู่บ้าน");
    await correct("ครบทุกหมู่บ้าน 12 หมู่");
    const { version, history, earlierReviews } = await pulled(planner);
    expect({ version, earlierReviews }).toEqual({ version: 3, earlierReviews: [] });
    const made = { authorName: "Name of officer", madeAt: "2024-03-15T02:41:08Z" };
    expect(history).toEqual([
      {
        version: 2,
        seq: expect.any(Number),
        ...made,
        receivedAt: "2024-03-15T05:00:00.000Z",
        body: { successPoints: "ครบทุกหมู่บ้าน" },
        reviews: [],
      },
      {
        version: 1,
        seq: expect.any(Number),
        ...made,
        receivedAt: "2024-03-15T03:00:00.000Z",
        body: { successPoints: "ครบ" },
        reviews: [
          {
            state: "endorsed",
            at: "2024-03-15T03:00:00.000Z",
            byId: personId("planner"),
            byName: "Name of planner",
            comments: [],
          },
          {
            state: "returned",
            at: "2024-03-15T04:00:00.000Z",
            byId: personId("planner"),
            byName: "Name of planner",
            comments: [first],
          },
        ],
      },
    ]);
  });

  test("[V4] [R3] a merged version says which one it was made from, as the newest and afterwards", async () => {
    await correct("ครบทุกหมู่บ้าน");
    const late = aReportBody({ successPoints: "ครบ", outputs: { o1: 60 } });
    const merged = only(await server.push(tablet, server.report({ baseVersion: 1, body: late })));
    expect(merged).toMatchObject({ outcome: "merged", version: 3 });
    expect(await pulled(planner)).toMatchObject({ version: 3, mergedFrom: 1 });
    await correct("หลังรวมแล้ว");
    const { mergedFrom, history } = await pulled(planner);
    expect([mergedFrom, ...history.map((past) => past.mergedFrom)]).toEqual([
      undefined,
      1,
      undefined,
      undefined,
    ]);
  });

  test("[V2] what was said about this version before stays beside the last word", async () => {
    await review(planner, endorsed(1));
    await review(planner, { ...returned(1), ...AFTER });
    const { review: last, earlierReviews, history } = await pulled(planner);
    expect(last.state).toBe("returned");
    expect(earlierReviews.map(({ state }) => state)).toEqual(["endorsed"]);
    expect(history).toEqual([]);
  });
});
