import { expect, test } from "vitest";
import type { Receipt } from "../../shared/push.ts";
import { aReportBody, aStoredSubmission } from "../../shared/test-builders.ts";
import { answerInDraft, markHandled, needingCare } from "./care.ts";
import { attachFile } from "./files.ts";
import { nextBatch } from "./outbox.ts";
import { freeStorage, purge } from "./purge.ts";
import { settle } from "./settle.ts";
import { submitDraft } from "./submit-draft.ts";
import {
  accepted,
  aReply,
  aTablet,
  EPOCH,
  NOW,
  submit,
  type TestTablet,
  write,
} from "./test-db.ts";
import { noteUpload, pendingUploads } from "./uploads.ts";

test("[O11] what is offered again never takes the place of what waits, in a copied profile either", async () => {
  const tablet = await aTablet();
  const first = await submit(tablet);
  await settle(tablet.db, [first], aReply([accepted(first.mutationId)]), NOW);
  const second = await submit(tablet, aReportBody({ successPoints: "สอง" }));
  // As where the database's own count started anew: both have the same place.
  await tablet.db.outbox.delete(second.order);
  await tablet.db.outbox.put({ ...second, order: first.order });
  await settle(tablet.db, [], aReply([], { epoch: "00000000-0000-4000-8000-00000000e002" }), NOW);
  const queued = await nextBatch(tablet.db, -1);
  expect(queued.map((row) => row.mutationId)).toEqual([second.mutationId, first.mutationId]);
});

const conflict = (mutationId: string): Receipt => ({
  mutationId,
  outcome: "conflict",
  conflictId: EPOCH,
  current: { version: 3, body: aReportBody({ successPoints: "ของอีกเครื่อง" }), attachments: [] },
  fields: ["successPoints"],
});

const held = (mutationId: string): Receipt => ({ mutationId, outcome: "held", reason: "locked" });

const MONTHS_LATER = "2024-06-15T02:41:08.000Z";

async function settleAll({ db }: TestTablet, receipt: (id: string) => Receipt, reply = {}) {
  const batch = await nextBatch(db, -1);
  const receipts = batch.map((row) => receipt(row.mutationId));
  return settle(db, batch, aReply(receipts, reply), NOW);
}

async function submitWithFile(tablet: TestTablet) {
  await write(tablet);
  const attached = await attachFile(tablet.db, tablet.report, {
    bytes: new ArrayBuffer(1000),
    name: "ประชุม.webp",
    mediaType: "image/webp",
    now: NOW,
  });
  const submitted = await submitDraft(tablet.db, tablet.report, NOW);
  if (!attached.ok || !submitted.ok) throw new Error("not submitted");
  return { mutationId: submitted.value, sha256: attached.value.sha256 };
}

test("[O4] settling moves the mutation to its receipt and the mirror, and queues missing files", async () => {
  const tablet = await aTablet();
  const { sha256 } = await submitWithFile(tablet);
  await settleAll(tablet, (id) => accepted(id, { missingFiles: [sha256], version: 2, seq: 7 }));
  const { db, assignment } = tablet;
  expect(await db.outbox.count()).toBe(0);
  expect(await db.settled.toArray()).toMatchObject([{ epoch: EPOCH, seq: 7, needsCare: 0 }]);
  expect(await pendingUploads(db)).toMatchObject([{ sha256, state: "waiting", offset: 0 }]);
  expect(await db.submissions.get([assignment.districtCode, assignment.reportId])).toMatchObject({
    version: 2,
    authorName: "นางพิกุล ตัวอย่างรัตน์",
    missingFiles: [sha256],
  });
});

test("[O4] a receipt that comes twice, or for another hash, changes nothing more", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const batch = await nextBatch(tablet.db, -1);
  const [row] = batch;
  if (!row) throw new Error("nothing queued");
  const forged = { ...row, mutation: { ...row.mutation, hash: "0".repeat(64) } };
  await settle(tablet.db, [forged], aReply([accepted(row.mutationId)]), NOW);
  expect(await tablet.db.outbox.count()).toBe(1);
  await settle(tablet.db, batch, aReply([accepted(row.mutationId)]), NOW);
  await settle(tablet.db, batch, aReply([accepted(row.mutationId)]), NOW);
  expect(await tablet.db.settled.count()).toBe(1);
});

test("a merged receipt shows what the server stored", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const body = aReportBody({ successPoints: "ของทั้งสองเครื่อง" });
  const { outcome: _, ...stored } = accepted("");
  await settleAll(tablet, (mutationId) => ({
    ...stored,
    version: 2,
    seq: 3,
    receivedAt: NOW,
    missingFiles: [],
    mutationId,
    outcome: "merged",
    body,
    attachments: [],
  }));
  expect((await tablet.db.submissions.toArray())[0]?.body).toEqual(body);
});

test("[D2] a receipt for an assignment that was taken away leaves the mirror alone", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  await tablet.db.assignments.clear();
  await settleAll(tablet, (id) => accepted(id));
  expect(await tablet.db.submissions.count()).toBe(0);
  expect(await tablet.db.settled.count()).toBe(1);
});

test("[O9] what another version of the app sealed is settled although this one cannot read it", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  const later = { ...row.mutation, body: { chapters: [] }, attachments: [{ cid: "x" }] };
  await tablet.db.outbox.update(row.order, { mutation: later });
  await settleAll(tablet, (id) => accepted(id));
  await purge(tablet.db, MONTHS_LATER);
  expect(await tablet.db.settled.count()).toBe(1);
  expect(await tablet.db.outbox.count()).toBe(0);
});

test("a late receipt does not put the mirror back to an older version", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const { districtCode: unit, reportId: id } = tablet.assignment;
  await tablet.db.submissions.put({ ...aStoredSubmission({ id, version: 5 }), unit });
  await settleAll(tablet, (mutationId) => accepted(mutationId, { version: 2 }));
  expect((await tablet.db.submissions.get([unit, id]))?.version).toBe(5);
});

test("a conflict waits for a person, and the draft that answers it starts from the server's", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  await settleAll(tablet, conflict);
  expect(await needingCare(tablet.db)).toHaveLength(1);
  const chosen = { body: aReportBody({ successPoints: "ที่เลือก" }), attachments: [] };
  const answer = await answerInDraft(tablet.db, row.mutationId, { chosen, now: NOW });
  expect(answer).toMatchObject({
    ok: true,
    value: { baseVersion: 3, base: { body: { successPoints: "ของอีกเครื่อง" } } },
  });
  expect(await needingCare(tablet.db)).toHaveLength(1);
  await submitDraft(tablet.db, tablet.report, NOW);
  expect(await needingCare(tablet.db)).toHaveLength(0);
});

test("a held mutation is sent anew from the content it had; or left, and then it is handled", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  await settleAll(tablet, held);
  const answer = await answerInDraft(tablet.db, row.mutationId, { now: NOW });
  expect(answer).toMatchObject({ ok: true, value: { baseVersion: 0, body: row.mutation.body } });
  await markHandled(tablet.db, row.mutationId);
  expect(await needingCare(tablet.db)).toHaveLength(0);
});

test("the files of a conflict are sent too", async () => {
  const tablet = await aTablet();
  const { sha256 } = await submitWithFile(tablet);
  await settleAll(tablet, conflict);
  expect(await pendingUploads(tablet.db)).toMatchObject([{ sha256 }]);
});

test.each([
  ["not before its seq is in a backup", { backedUpSeq: 6 }, 1],
  ["once its seq is in a backup", { backedUpSeq: 7 }, 0],
])("[O10] a settled mutation is let go %s", async (_name, reply, left) => {
  const tablet = await aTablet();
  await submit(tablet);
  await settleAll(tablet, (id) => accepted(id, { seq: 7 }), reply);
  await purge(tablet.db, MONTHS_LATER);
  expect(await tablet.db.settled.count()).toBe(left);
});

test("[O10] a backup of another epoch says nothing about this one's", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  await settleAll(tablet, (id) => accepted(id, { seq: 7 }), { backedUpSeq: 9 });
  await tablet.db.settings.update("tablet", { epoch: "00000000-0000-4000-8000-00000000e009" });
  await purge(tablet.db, MONTHS_LATER);
  expect(await tablet.db.settled.count()).toBe(1);
});

test("[O10] a handled conflict is let go only after a later backup", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  await settleAll(tablet, conflict, { headSeq: 10, backedUpSeq: 99 });
  await purge(tablet.db, MONTHS_LATER);
  expect(await tablet.db.settled.count()).toBe(1);
  await markHandled(tablet.db, row.mutationId);
  await tablet.db.settings.update("tablet", { backedUpSeq: 10 });
  await purge(tablet.db, MONTHS_LATER);
  expect(await tablet.db.settled.count()).toBe(1);
  await tablet.db.settings.update("tablet", { backedUpSeq: 11 });
  await purge(tablet.db, MONTHS_LATER);
  expect(await tablet.db.settled.count()).toBe(0);
});

test("[O10] a full storage frees confirmed and backed-up files, and nothing that is not", async () => {
  const tablet = await aTablet();
  const { db, assignment } = tablet;
  const { sha256 } = await submitWithFile(tablet);
  await freeStorage(db);
  expect(await db.files.count()).toBe(1);

  await settleAll(tablet, (id) => accepted(id, { missingFiles: [sha256], seq: 7 }), {
    backedUpSeq: 20,
  });
  await freeStorage(db);
  expect(await db.files.count()).toBe(1);

  const upload = { submissionId: assignment.reportId, sha256 };
  await noteUpload(db, upload, { state: "done", epoch: EPOCH });
  await db.submissions.toCollection().modify({ missingFiles: [] });
  await freeStorage(db);
  expect(await db.files.count(), "not before the server said how far it is").toBe(1);
  await settle(db, [], aReply([], { headSeq: 21, backedUpSeq: 20 }), NOW);
  await freeStorage(db);
  expect(await db.settled.count(), "the text may be asked for again, and the file with it").toBe(1);
  expect(await db.files.count()).toBe(1);

  await settle(db, [], aReply([], { headSeq: 22, backedUpSeq: 21 }), NOW);
  await purge(db, MONTHS_LATER);
  expect(await db.files.count()).toBe(1);
  await freeStorage(db);
  expect(await db.files.count()).toBe(0);
});

test("[O10] what is backed up stays for a month all the same, unless the storage is full", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  await settleAll(tablet, (id) => accepted(id, { seq: 7 }), { backedUpSeq: 7 });
  await purge(tablet.db, "2024-04-13T00:00:00.000Z");
  expect(await tablet.db.settled.count()).toBe(1);
  await freeStorage(tablet.db);
  expect(await tablet.db.settled.count()).toBe(0);
});
