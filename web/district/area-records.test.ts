import { expect, test } from "vitest";
import { anAreaBody, aStoredSubmission } from "../../shared/test-builders.ts";
import { markSent, nextBatch } from "../db/outbox.ts";
import { removeRecord } from "../db/remove-record.ts";
import { submissionStates } from "../db/report-state.ts";
import { settle } from "../db/settle.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { aReply, aTablet, NOW, type TestTablet, write, writeArea } from "../db/test-db.ts";
import { areaRecords } from "./area-records.ts";

async function recordsOf({ db, authorId }: TestTablet) {
  const sources = {
    drafts: (await db.drafts.toArray()).filter((draft) => draft.authorId === authorId),
    outbox: await db.outbox.toArray(),
    settled: await db.settled.toArray(),
    uploads: await db.uploads.toArray(),
    submissions: await db.submissions.toArray(),
  };
  const records = areaRecords(sources, submissionStates({ ...sources, sending: new Set() }));
  return records.map(({ body, state }) => `${body.venue} ${state.kind}`);
}

async function confirm({ db, assignment }: TestTablet, id: string, venue: string | null) {
  const body = venue === null ? null : anAreaBody({ venue });
  const row = aStoredSubmission({ id, kind: "area", assignmentId: assignment.id, body });
  await db.submissions.put({ ...row, unit: assignment.districtCode });
}

test("[R37] one row a record, with what its author last said: draft, queued, confirmed", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const { submissionId: begun } = await writeArea(tablet, anAreaBody({ venue: "ร่าง" }));
  await confirm(tablet, begun, "เก่า");
  const queued = await writeArea(tablet, anAreaBody({ venue: "ในคิว" }));
  await submitDraft(tablet.db, queued, NOW);
  await confirm(tablet, tablet.authorId, "ถึงแล้ว");
  expect((await recordsOf(tablet)).sort()).toEqual(["ถึงแล้ว received", "ร่าง draft", "ในคิว queued"]);
});

test("[R37] no records and one that was only looked at are an empty list", async () => {
  const tablet = await aTablet();
  expect(await recordsOf(tablet)).toEqual([]);
  await confirm(tablet, tablet.authorId, null);
  expect(await recordsOf(tablet)).toEqual([]);
});

test("[R37] a removed record is gone from the list before the province knows", async () => {
  const tablet = await aTablet();
  const key = await writeArea(tablet);
  await submitDraft(tablet.db, key, NOW);
  await removeRecord(tablet.db, { ...key, assignmentId: tablet.assignment.id }, NOW);
  expect(await recordsOf(tablet)).toEqual([]);
});

test("[R37] a record the server held, which is nowhere else, is there and needs care", async () => {
  const tablet = await aTablet();
  const key = await writeArea(tablet, anAreaBody({ venue: "ศาลา" }));
  await submitDraft(tablet.db, key, NOW);
  const batch = await markSent(tablet.db, await nextBatch(tablet.db, -1));
  const receipts = batch.map(({ mutationId }) => ({
    mutationId,
    outcome: "held" as const,
    reason: "project-closed" as const,
  }));
  await settle(tablet.db, batch, aReply(receipts), NOW);
  expect(await recordsOf(tablet)).toEqual(["ศาลา needs-care"]);
});

test("[R37] a removal that conflicts shows the record it is about", async () => {
  const tablet = await aTablet();
  const key = await writeArea(tablet, anAreaBody({ venue: "ศาลา" }));
  await submitDraft(tablet.db, key, NOW);
  await removeRecord(tablet.db, { ...key, assignmentId: tablet.assignment.id }, NOW);
  const [, removal] = await markSent(tablet.db, await nextBatch(tablet.db, -1));
  if (!removal) throw new Error("the removal waits behind the record");
  const current = { version: 2, body: anAreaBody({ venue: "วัด" }), attachments: [] };
  const receipt = {
    mutationId: removal.mutationId,
    outcome: "conflict" as const,
    conflictId: removal.mutationId,
    current,
    fields: ["body"],
  };
  await tablet.db.outbox.clear();
  await tablet.db.outbox.put(removal);
  await settle(tablet.db, [removal], aReply([receipt]), NOW);
  expect(await recordsOf(tablet)).toEqual(["ศาลา conflict"]);
});
