import { expect, test } from "vitest";
import { anAreaBody } from "../../shared/test-builders.ts";
import { submitRecords } from "./submit-records.ts";
import { aTablet, NOW } from "./test-db.ts";

test("[R38] several records are in the outbox in their order, each a submission of its own", async () => {
  const { db, authorId, assignment } = await aTablet();
  const bodies = ["ก", "ข", "ค"].map((venue) => anAreaBody({ venue }));
  const made = { authorId, assignmentId: assignment.id, bodies, now: NOW };
  expect(await submitRecords(db, made)).toEqual({ ok: true, value: 3 });
  const rows = await db.outbox.orderBy("order").toArray();
  expect(rows.map(({ mutation }) => mutation.body)).toEqual(bodies);
  expect(new Set(rows.map(({ submissionId }) => submissionId)).size).toBe(3);
  expect(await db.drafts.count()).toBe(0);
});

test("[S1] one that cannot be taken leaves it and those behind it as drafts", async () => {
  const { db, authorId, assignment } = await aTablet();
  const bodies = [anAreaBody(), anAreaBody({ venue: "" }), anAreaBody({ venue: "ค" })];
  const made = { authorId, assignmentId: assignment.id, bodies, now: NOW };
  expect(await submitRecords(db, made)).toMatchObject({ ok: false, error: { kind: "invalid" } });
  expect(await db.outbox.count()).toBe(1);
  expect((await db.drafts.toArray()).map(({ kind }) => kind)).toEqual(["area", "area"]);
});

test("without the assignment nothing is begun", async () => {
  const { db, authorId } = await aTablet();
  const made = { authorId, assignmentId: authorId, bodies: [anAreaBody()], now: NOW };
  expect(await submitRecords(db, made)).toMatchObject({ error: { kind: "no-assignment" } });
  expect(await db.drafts.count()).toBe(0);
});
