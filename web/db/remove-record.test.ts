import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { anAreaBody } from "../../shared/test-builders.ts";
import type { DraftKey } from "./drafts.ts";
import { attachFile } from "./files.ts";
import { markSent, nextBatch } from "./outbox.ts";
import { purge } from "./purge.ts";
import { putBackRecord, removeRecord } from "./remove-record.ts";
import { settle } from "./settle.ts";
import { submitDraft } from "./submit-draft.ts";
import { accepted, aReply, aTablet, NOW, type TestTablet, writeArea } from "./test-db.ts";

async function submitArea(tablet: TestTablet): Promise<DraftKey> {
  const key = await writeArea(tablet);
  const submitted = await submitDraft(tablet.db, key, NOW);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.error));
  return key;
}

/** The server takes whatever waits, each as the next version. */
async function sendAll({ db }: TestTablet): Promise<void> {
  const batch = await markSent(db, await nextBatch(db, -1));
  const receipts = batch.map(({ mutationId, mutation }) =>
    accepted(mutationId, { version: mutation.baseVersion + 1 }),
  );
  await settle(db, batch, aReply(receipts), NOW);
}

async function remove({ db, assignment }: TestTablet, key: DraftKey) {
  const removed = await removeRecord(db, { ...key, assignmentId: assignment.id }, NOW);
  if (!removed.ok) throw new Error(JSON.stringify(removed.error));
  return removed.value;
}

async function bodiesWaiting({ db }: TestTablet) {
  return (await db.outbox.toArray()).map(({ mutation }) => mutation.body);
}

test("[R38] a record nobody sent goes with its draft, and comes back with its photo", async () => {
  const tablet = await aTablet();
  const key = await writeArea(tablet);
  const photo = { bytes: new Uint8Array([1, 2, 3]).buffer, name: "a.webp", now: NOW };
  await attachFile(tablet.db, key, { ...photo, mediaType: "image/webp" });
  const before = await tablet.db.drafts.toArray();

  const removed = await remove(tablet, key);
  await purge(tablet.db, NOW);
  expect(await tablet.db.drafts.count()).toBe(0);
  expect(await tablet.db.outbox.count()).toBe(0);
  expect(await tablet.db.files.count()).toBe(0);

  expect((await putBackRecord(tablet.db, removed, NOW)).ok).toBe(true);
  expect(await tablet.db.drafts.toArray()).toEqual(before);
  expect(await tablet.db.files.count()).toBe(1);
});

test("[R38] a record the province has is removed by a mutation on top of its version", async () => {
  const tablet = await aTablet();
  const key = await submitArea(tablet);
  await sendAll(tablet);
  await remove(tablet, key);
  const [row] = await tablet.db.outbox.toArray();
  expect(row?.mutation).toMatchObject({ body: null, baseVersion: 1, kind: "area" });
  await sendAll(tablet);
  const mirrored = await tablet.db.submissions.where("id").equals(key.submissionId).first();
  expect(mirrored).toMatchObject({ version: 2, body: null });
});

test("[O3] a removal that has not left is recalled, and leaves nothing to send", async () => {
  const tablet = await aTablet();
  const key = await submitArea(tablet);
  await sendAll(tablet);
  const removed = await remove(tablet, key);
  await putBackRecord(tablet.db, removed, NOW);
  expect(await tablet.db.outbox.count()).toBe(0);
  expect(await tablet.db.drafts.count()).toBe(0);
});

test("[R38] a removal that has left is undone by sending the record as it was", async () => {
  const tablet = await aTablet();
  const key = await submitArea(tablet);
  await sendAll(tablet);
  const removed = await remove(tablet, key);
  await sendAll(tablet);
  await putBackRecord(tablet.db, removed, NOW);
  expect(await bodiesWaiting(tablet)).toEqual([anAreaBody()]);
  const [row] = await tablet.db.outbox.toArray();
  expect(row?.mutation.baseVersion).toBe(2);
});

test.each([
  ["before it leaves", false],
  ["after it left", true],
])("[R38] an edit in progress survives the undoing of a removal: %s", async (_, leaves) => {
  const tablet = await aTablet();
  const key = await submitArea(tablet);
  await sendAll(tablet);
  await writeArea(tablet, anAreaBody({ venue: "วัดใหม่" }), key.submissionId);
  const removed = await remove(tablet, key);
  expect(await tablet.db.drafts.count()).toBe(0);
  if (leaves) await sendAll(tablet);

  await putBackRecord(tablet.db, removed, NOW);
  expect(await bodiesWaiting(tablet)).toEqual(leaves ? [anAreaBody()] : []);
  const draft = must((await tablet.db.drafts.toArray())[0], "the edit is a draft again");
  expect(draft.body).toEqual(anAreaBody({ venue: "วัดใหม่" }));
  expect(draft.base.body).toEqual(anAreaBody());
});

test("[R6] what cannot be read in a form keeps its record from being sent, not from being removed", async () => {
  const tablet = await aTablet();
  const key = await submitArea(tablet);
  await sendAll(tablet);
  await writeArea(tablet, anAreaBody(), key.submissionId);
  await tablet.db.drafts.toCollection().modify({ typed: { costSatang: "3,000" } });
  expect(await submitDraft(tablet.db, key, NOW)).toMatchObject({ error: { kind: "invalid" } });
  expect((await remove(tablet, key)).mutationId).toBeDefined();
});
