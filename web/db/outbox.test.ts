import { expect, test } from "vitest";
import { hashedText, Mutation } from "../../shared/push.ts";
import { anAttachment, aReportBody } from "../../shared/test-builders.ts";
import { flagMutation, markSent, nextBatch, takeBack } from "./outbox.ts";
import { sha256Of } from "./sha256.ts";
import { submitDraft } from "./submit-draft.ts";
import { aTablet, NOW, submit, write } from "./test-db.ts";

test("[O2] submitting leaves the edit in exactly one place, sealed", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet, aReportBody({ successPoints: " ชุมชนทำเอง  " }));
  expect(await tablet.db.drafts.count()).toBe(0);
  expect(await tablet.db.outbox.count()).toBe(1);
  expect(Mutation.parse(row.mutation)).toEqual(row.mutation);
  expect(row.mutation.body).toMatchObject({ successPoints: "ชุมชนทำเอง" });
  expect(row.mutation.hash).toBe(await sha256Of(hashedText(row.mutation)));
});

test("[O2] an invalid draft stays put and says which fields fail", async () => {
  const tablet = await aTablet();
  await write(tablet, aReportBody({ outputs: {} }));
  expect(await submitDraft(tablet.db, tablet.report, NOW)).toEqual({
    ok: false,
    error: { kind: "invalid", fields: [{ path: "outputs.o1", code: "required" }] },
  });
  expect(await tablet.db.drafts.count()).toBe(1);
});

test("[O2] what stands in a field and cannot be read is never left out silently", async () => {
  const tablet = await aTablet();
  await write(tablet);
  await tablet.db.drafts.toCollection().modify({ typed: { "steps.s1": "8o" } });
  expect(await submitDraft(tablet.db, tablet.report, NOW)).toEqual({
    ok: false,
    error: { kind: "invalid", fields: [{ path: "steps.s1", code: "malformed" }] },
  });
});

test("[O2] a draft that names a file without bytes is not submitted", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const attachment = anAttachment();
  await tablet.db.drafts.toCollection().modify({ attachments: [attachment] });
  expect(await submitDraft(tablet.db, tablet.report, NOW)).toEqual({
    ok: false,
    error: { kind: "file-missing", sha256: attachment.sha256 },
  });
});

test("[O2] two taps on submit make one mutation", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const taps = [1, 2].map(() => submitDraft(tablet.db, tablet.report, NOW));
  const outcomes = (await Promise.all(taps)).map((submitted) => submitted.ok);
  expect(outcomes.sort()).toEqual([false, true]);
  expect(await tablet.db.outbox.count()).toBe(1);
});

test("[O3] an unsent mutation is recalled to drafts, unchanged", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  expect(await takeBack(tablet.db, row.mutationId, NOW)).toEqual({
    ok: true,
    value: tablet.report,
  });
  expect(await tablet.db.outbox.count()).toBe(0);
  expect((await tablet.db.drafts.toArray())[0]?.body).toEqual(row.mutation.body);
});

test("[O3] a mutation whose request has left is not recalled", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  await markSent(tablet.db, await nextBatch(tablet.db, -1));
  expect(await takeBack(tablet.db, row.mutationId, NOW)).toEqual({
    ok: false,
    error: { kind: "already-sent" },
  });
  expect(await tablet.db.outbox.count()).toBe(1);
});

test("[O3] a mutation that another was made on is not recalled", async () => {
  const tablet = await aTablet();
  const first = await submit(tablet);
  await submit(tablet, aReportBody({ successPoints: "ต่อ" }));
  expect(await takeBack(tablet.db, first.mutationId, NOW)).toMatchObject({
    error: { kind: "built-upon" },
  });
});

test("[O3] what was recalled between choosing a batch and sending it is not sent", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  const batch = await nextBatch(tablet.db, -1);
  await takeBack(tablet.db, row.mutationId, NOW);
  expect(await markSent(tablet.db, batch)).toEqual([]);
});

test("a batch keeps the order of submitting and the limits of a push", async () => {
  const tablet = await aTablet();
  const long = (n: number) => aReportBody({ successPoints: "ก".repeat(3900) + n });
  for (let n = 0; n < 60; n += 1) await submit(tablet, long(n));
  const batch = await nextBatch(tablet.db, -1);
  const orders = batch.map((row) => row.order);
  expect(orders).toEqual([...orders].sort((a, b) => a - b));
  expect(JSON.stringify(batch.map((row) => row.mutation)).length).toBeLessThan(512 * 1024);
  expect(
    new TextEncoder().encode(JSON.stringify(batch.map((row) => row.mutation))).length,
  ).toBeLessThan(512 * 1024);
  expect(batch.length).toBeLessThan(50);
  expect((await nextBatch(tablet.db, orders.at(-1) ?? 0))[0]?.order).toBe((orders.at(-1) ?? 0) + 1);
});

test("[P10] a mutation the server would not take goes alone from then on", async () => {
  const tablet = await aTablet();
  const rows = [await submit(tablet), await submit(tablet), await submit(tablet)];
  await flagMutation(tablet.db, rows[1]?.order ?? 0, { code: "malformed", at: NOW });
  const sizes: number[] = [];
  for (let after = -1; ; ) {
    const batch = await nextBatch(tablet.db, after);
    if (batch.length === 0) break;
    sizes.push(batch.length);
    after = batch.at(-1)?.order ?? 0;
  }
  expect(sizes).toEqual([1, 1, 1]);
});
