import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anAreaBody, anId, aReportBody } from "../../shared/test-builders.ts";
import { revokeDevice } from "../store/devices.ts";
import { suspendPerson } from "../store/people.ts";
import { addReview } from "../store/reviews.ts";
import {
  only,
  onlyCookie,
  openTestServer,
  personId,
  sealed,
  type Tablet,
  type TestServer,
} from "../testing/test-server.ts";

let server: TestServer;
let tablet: Tablet;

beforeEach(async () => {
  server = await openTestServer();
  tablet = await server.signIn("officer");
});
afterEach(() => server.close());

const steps = (s1: number, s2: number) => aReportBody({ steps: { s1, s2 } });

describe("[R1] receipts, for ever", () => {
  test("[R1] the same push again gets the same receipts and changes nothing", async () => {
    const batch = [server.report(), server.area({ body: anAreaBody() }), server.report({})];
    const first = await server.push(tablet, ...batch);
    const again = await server.push(tablet, ...batch);
    expect(again).toEqual(first);
  });

  test("[R1] a mutation twice in one batch is stored once", async () => {
    const mutation = server.report();
    const { receipts, headSeq } = await server.push(tablet, mutation, mutation);
    expect(receipts[1]).toEqual(receipts[0]);
    expect(receipts[0]).toMatchObject({ outcome: "accepted", version: 1, seq: headSeq });
  });

  test("[R1] a merged receipt comes again as it was, whatever was stored since", async () => {
    await server.push(tablet, server.report({ body: steps(10, 10) }));
    await server.push(tablet, server.report({ baseVersion: 1, body: steps(90, 10) }));
    const late = server.report({ baseVersion: 1, body: steps(10, 80) });
    const merged = only(await server.push(tablet, late));
    expect(merged).toMatchObject({ outcome: "merged", version: 3 });
    await server.push(tablet, server.report({ baseVersion: 3, body: steps(1, 1) }));
    expect(only(await server.push(tablet, late))).toEqual(merged);
  });

  test("[R1] an id used twice: the first stays, the second is kept beside it", async () => {
    const first = server.report();
    const second = server.report({ mutationId: first.mutationId, body: steps(1, 1) });
    const { receipts } = await server.push(tablet, first, second);
    expect(receipts.map((receipt) => receipt.outcome)).toEqual(["accepted", "held"]);
    expect(only(await server.push(tablet, second))).toEqual(receipts[1]);
    expect(only(await server.push(tablet, first))).toEqual(receipts[0]);
    const kept = await server.store.reader
      .selectFrom("kept_mutations")
      .select("payload")
      .where("mutation_id", "=", first.mutationId)
      .where("hash", "=", second.hash)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(kept.payload)).toEqual(second);
  });
});

describe("[R3] edits that meet", () => {
  test("[R3] two officers' disjoint edits are both in the next version", async () => {
    const other = await server.signIn("head");
    await server.push(tablet, server.report({ body: steps(10, 10) }));
    await server.push(tablet, server.report({ baseVersion: 1, body: steps(90, 10) }));
    const late = server.report({
      baseVersion: 1,
      body: steps(10, 80),
      authorId: personId("head"),
    });
    expect(only(await server.push(other, late))).toMatchObject({
      outcome: "merged",
      version: 3,
      body: { steps: { s1: 90, s2: 80 } },
    });
  });

  test("[R3] [O11] what was made from a version of before a restore overwrites nothing", async () => {
    const { epoch } = await server.push(tablet, server.report({ body: steps(10, 20) }));
    // The same number, of a version that this life of the server has never had.
    const mutation = server.report({ baseVersion: 1, baseEpoch: anId(), body: steps(10, 80) });
    expect(only(await server.push(tablet, mutation))).toMatchObject({
      outcome: "conflict",
      fields: ["steps.s2"],
      current: { version: 1 },
    });
    const known = server.report({ baseVersion: 1, baseEpoch: epoch, body: steps(10, 80) });
    expect(only(await server.push(tablet, known))).toMatchObject({ outcome: "accepted" });
  });

  test("[R3] a conflict overwrites nothing, and the loser's copy is kept", async () => {
    await server.push(tablet, server.report({ body: steps(10, 10) }));
    await server.push(tablet, server.report({ baseVersion: 1, body: steps(20, 10) }));
    const loser = server.report({ baseVersion: 1, body: steps(30, 10) });
    expect(only(await server.push(tablet, loser))).toMatchObject({
      outcome: "conflict",
      fields: ["steps.s1"],
      current: { version: 2, body: { steps: { s1: 20, s2: 10 } } },
    });
    const { payload } = await server.store.reader
      .selectFrom("kept_mutations")
      .select("payload")
      .where("mutation_id", "=", loser.mutationId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(payload)).toEqual(loser);
  });

  test("[R3] an edit on top of an edit that was merged does not undo what was merged in", async () => {
    await server.push(tablet, server.report({ body: steps(10, 10) }));
    await server.push(tablet, server.report({ baseVersion: 1, body: steps(10, 77) }));
    const mine = server.report({ baseVersion: 1, body: steps(50, 10) });
    const onTop = server.report({
      baseVersion: 1,
      baseMutationId: mine.mutationId,
      body: steps(60, 10),
    });
    const apart = only(await server.push(tablet, mine));
    expect(apart).toMatchObject({ outcome: "merged", body: { steps: { s1: 50, s2: 77 } } });
    expect(only(await server.push(tablet, onTop))).toMatchObject({
      outcome: "merged",
      body: { steps: { s1: 60, s2: 77 } },
    });
  });

  test("[R3] stacked edits in one batch become one version each", async () => {
    const first = server.report({ body: steps(10, 10) });
    const second = server.report({ baseMutationId: first.mutationId, body: steps(20, 10) });
    const third = server.report({ baseMutationId: second.mutationId, body: steps(30, 10) });
    const { receipts } = await server.push(tablet, first, second, third);
    expect(receipts).toMatchObject([1, 2, 3].map((version) => ({ outcome: "accepted", version })));
  });
});

describe("waiting", () => {
  test("followers that came first are released by the one they wait for", async () => {
    const first = server.report({ body: steps(10, 10) });
    const second = server.report({ baseMutationId: first.mutationId, body: steps(20, 10) });
    const third = server.report({ baseMutationId: second.mutationId, body: steps(30, 10) });
    const early = await server.push(tablet, third, second);
    expect(early.receipts).toMatchObject([
      { outcome: "waiting", for: { mutationId: second.mutationId } },
      { outcome: "waiting", for: { mutationId: first.mutationId } },
    ]);
    const { headSeq } = await server.push(tablet, first);
    const { receipts, headSeq: unchanged } = await server.push(tablet, second, third);
    expect(receipts).toMatchObject([
      { outcome: "accepted", version: 2 },
      { outcome: "accepted", version: 3 },
    ]);
    expect(unchanged).toBe(headSeq);
  });

  test("[S1] what was released is a version, and waits no more", async () => {
    const first = server.report({ body: steps(10, 10) });
    const second = server.report({ baseMutationId: first.mutationId, body: steps(20, 10) });
    await server.push(tablet, second);
    const kept = () => server.store.reader.selectFrom("kept_mutations").selectAll().execute();
    expect(await kept()).toMatchObject([{ mutation_id: second.mutationId, outcome: "waiting" }]);
    await server.push(tablet, first);
    expect(await kept()).toEqual([]);
    const versions = await server.store.reader
      .selectFrom("versions")
      .select(["version", "mutation_id"])
      .orderBy("version")
      .execute();
    expect(versions).toEqual([
      { version: 1, mutation_id: first.mutationId },
      { version: 2, mutation_id: second.mutationId },
    ]);
  });

  test("a base version that is not there yet is waited for", async () => {
    const later = server.report({ baseVersion: 1, body: steps(20, 10) });
    expect(only(await server.push(tablet, later))).toMatchObject({ for: { version: 1 } });
    await server.push(tablet, server.report({ body: steps(10, 10) }));
    expect(only(await server.push(tablet, later))).toMatchObject({
      outcome: "accepted",
      version: 2,
    });
  });
});

test("[R2] another district's assignment is held without a word about it", async () => {
  const { id, reportId } = server.neighbours;
  const mutation = server.report({ assignmentId: id, submissionId: reportId });
  expect(only(await server.push(tablet, mutation))).toEqual({
    mutationId: mutation.mutationId,
    outcome: "held",
    reason: "not-assigned",
  });
});

test("[R5] one bad mutation changes nobody else's outcome", async () => {
  const good = [server.report(), server.area({ body: anAreaBody() })];
  const bad = [
    server.area({ body: { nonsense: 1 } }),
    server.area({ assignmentId: anId(), body: anAreaBody() }),
    server.area({ authorId: anId(), body: anAreaBody() }),
  ];
  const { receipts } = await server.push(
    tablet,
    ...[bad[0], good[0], bad[1], good[1], bad[2]].filter((one) => one !== undefined),
  );
  expect(receipts.map(({ outcome }) => outcome)).toEqual([
    "held",
    "accepted",
    "held",
    "accepted",
    "held",
  ]);
});

test("[R6] a body that fails is kept, word by word", async () => {
  const mutation = server.report({ body: aReportBody({ steps: { s1: 101 } }) });
  expect(only(await server.push(tablet, mutation))).toMatchObject({
    reason: "invalid",
    fields: ["steps.s1"],
  });
  const { payload } = await server.store.reader
    .selectFrom("kept_mutations")
    .select("payload")
    .where("mutation_id", "=", mutation.mutationId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(payload)).toEqual(mutation);
});

test("an endorsed report is locked until the province says something else", async () => {
  await server.push(tablet, server.report());
  const review = {
    submissionId: server.assignment.reportId,
    reviewerId: personId("planner"),
    at: "2024-03-15T04:00:00Z",
    comments: [],
  };
  const say = (state: "endorsed" | "returned") =>
    server.store.writer.transaction().execute((tx) => addReview(tx, { ...review, state }));
  await say("endorsed");
  const edit = server.report({ baseVersion: 1, body: steps(1, 1) });
  expect(only(await server.push(tablet, edit))).toMatchObject({ reason: "locked" });
  await say("returned");
  const again = server.report({ baseVersion: 1, body: steps(1, 1) });
  expect(only(await server.push(tablet, again))).toMatchObject({ outcome: "accepted", version: 2 });
});

describe("who may bring whose work", () => {
  test("the device credential brings the work of everyone who signed in on the tablet", async () => {
    const device = onlyCookie(tablet, "device");
    expect(only(await server.push(device, server.report()))).toMatchObject({ outcome: "accepted" });
    const strangers = sealed({
      ...server.area({ body: anAreaBody() }),
      authorId: personId("head"),
    });
    expect(only(await server.push(device, strangers))).toMatchObject({ reason: "unknown-author" });
    await server.signIn("head", tablet.deviceId);
    const now = sealed({ ...strangers, mutationId: anId() });
    expect(only(await server.push(device, now))).toMatchObject({ outcome: "accepted" });
  });

  test("a session alone brings its own person's work, not a colleague's", async () => {
    const session = onlyCookie(tablet, "session");
    expect(only(await server.push(session, server.report()))).toMatchObject({
      outcome: "accepted",
    });
    const strangers = server.area({ body: anAreaBody(), authorId: personId("head") });
    expect(only(await server.push(session, strangers))).toMatchObject({ reason: "unknown-author" });
  });

  test("a revoked tablet's and a suspended person's work is held, not refused", async () => {
    const device = onlyCookie(tablet, "device");
    await revokeDevice(server.store.writer, tablet.deviceId, "2024-03-15T03:00:00Z");
    expect(only(await server.push(device, server.report()))).toMatchObject({
      reason: "unknown-author",
    });
    await suspendPerson(server.store.writer, personId("officer"), "2024-03-15T03:00:00Z");
    expect(only(await server.push(tablet, server.report()))).toMatchObject({
      reason: "unknown-author",
    });
  });
});

test("[D1] every stored version has its own number, and the head is the last of them", async () => {
  const batch = Array.from({ length: 20 }, () => server.area({ body: anAreaBody() }));
  const before = (await server.push(tablet, server.report())).headSeq;
  const { receipts, headSeq } = await server.push(tablet, ...batch);
  const numbers = receipts.map((receipt) => (receipt.outcome === "accepted" ? receipt.seq : -1));
  expect(numbers).toEqual(batch.map((_, index) => before + 1 + index));
  expect(headSeq).toBe(before + batch.length);
});
