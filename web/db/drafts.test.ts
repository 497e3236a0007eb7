import { expect, test } from "vitest";
import { anAssignment, aReportBody, aStoredSubmission } from "../../shared/test-builders.ts";
import { discardDraft, saveDraft, startDraft } from "./drafts.ts";
import { attachFile, removeFile } from "./files.ts";
import { nextBatch, takeBack } from "./outbox.ts";
import { changeSettings } from "./settings.ts";
import { settle } from "./settle.ts";
import { submitDraft } from "./submit-draft.ts";
import { accepted, aReply, aTablet, EPOCH, NOW, submit, write } from "./test-db.ts";

test("[O1] a saved draft is there after the database was closed and opened again", async () => {
  const tablet = await aTablet();
  await write(tablet, aReportBody({ successPoints: "ชุมชนทำเอง" }));
  tablet.db.close();
  await tablet.db.open();
  const [draft] = await tablet.db.drafts.toArray();
  expect(draft?.body).toMatchObject({ successPoints: "ชุมชนทำเอง" });
});

test("[O1] saving says no while another window has saved a newer edit", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const stale = { body: {}, typed: {}, place: "", revision: 0, now: NOW };
  const saved = await saveDraft(tablet.db, tablet.report, stale);
  expect(saved).toMatchObject({ ok: false, error: { kind: "changed-elsewhere" } });
  expect((await tablet.db.drafts.toArray())[0]?.body).toEqual(aReportBody());
});

test("[O2] a late autosave does not bring a submitted draft back", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const late = { body: {}, typed: {}, place: "", revision: 1, now: NOW };
  expect(await saveDraft(tablet.db, tablet.report, late)).toEqual({
    ok: false,
    error: { kind: "no-draft" },
  });
  expect(await tablet.db.drafts.count()).toBe(0);
});

test("[O11] a draft says in which life of the server its version has its number", async () => {
  const tablet = await aTablet();
  const { db, assignment } = tablet;
  const unit = assignment.districtCode;
  const confirmed = aStoredSubmission({ id: assignment.reportId, assignmentId: assignment.id });
  await db.submissions.put({ ...confirmed, unit });
  await db.cursors.put({ unit, cursor: "1", pulledAt: NOW, epoch: EPOCH });
  // Another life is already known to the settings; the mirror is still of the one before.
  await changeSettings(db, { epoch: "00000000-0000-4000-8000-00000000e002" });
  const row = await submit(tablet, aReportBody({ successPoints: "ต่อจากเดิม" }));
  expect(row.mutation).toMatchObject({ baseVersion: 1, baseEpoch: EPOCH });
  // So does what is made on top of it, and what it becomes when it is recalled.
  await write(tablet, aReportBody({ successPoints: "ต่ออีก" }));
  const numbered = { baseVersion: 1, baseEpoch: EPOCH };
  expect(await db.drafts.toArray()).toMatchObject([
    { ...numbered, baseMutationId: row.mutationId },
  ]);
  await discardDraft(db, tablet.report);
  await takeBack(db, row.mutationId, NOW);
  expect(await db.drafts.toArray()).toMatchObject([numbered]);
});

test("[O3] editing again makes a draft on top of the newest mutation in the outbox", async () => {
  const tablet = await aTablet();
  const queued = await submit(tablet, aReportBody({ successPoints: "หนึ่ง" }));
  await write(tablet, aReportBody({ successPoints: "สอง" }));
  const [draft] = await tablet.db.drafts.toArray();
  expect(draft).toMatchObject({
    baseMutationId: queued.mutationId,
    baseVersion: 0,
    base: { body: { successPoints: "หนึ่ง" } },
  });
});

test("a draft of a confirmed submission starts from what the server confirmed", async () => {
  const tablet = await aTablet();
  const row = await submit(tablet);
  await settle(
    tablet.db,
    await nextBatch(tablet.db, -1),
    aReply([accepted(row.mutationId, { version: 4 })]),
    NOW,
  );
  await write(tablet, aReportBody({ successPoints: "ใหม่" }));
  const [draft] = await tablet.db.drafts.toArray();
  expect(draft).toMatchObject({ baseVersion: 4, base: { body: aReportBody() } });
  expect(draft).not.toHaveProperty("baseMutationId");
});

test("a draft needs an assignment of this tablet", async () => {
  const { db, authorId } = await aTablet();
  const other = anAssignment();
  const started = await startDraft(db, {
    authorId,
    submissionId: other.reportId,
    kind: "report",
    assignmentId: other.id,
    now: NOW,
  });
  expect(started).toEqual({ ok: false, error: { kind: "no-assignment" } });
});

test("[O9] a draft whose assignment was taken away can still be submitted", async () => {
  const tablet = await aTablet();
  await write(tablet);
  await tablet.db.assignments.clear();
  expect(await submitDraft(tablet.db, tablet.report, NOW)).toMatchObject({ ok: true });
});

test("a discarded draft is gone, and discarding it again changes nothing", async () => {
  const tablet = await aTablet();
  await write(tablet);
  await discardDraft(tablet.db, tablet.report);
  expect(await discardDraft(tablet.db, tablet.report)).toMatchObject({ ok: true });
  expect(await tablet.db.drafts.count()).toBe(0);
});

const aFile = (text: string) => ({
  bytes: new TextEncoder().encode(text).buffer,
  name: "ประชุม.webp",
  mediaType: "image/webp" as const,
  now: NOW,
});

test("[O2] an attached file's bytes are stored before the draft names it", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const attached = await attachFile(tablet.db, tablet.report, aFile("รูป"));
  if (!attached.ok) throw new Error(attached.error.kind);
  const { sha256 } = attached.value;
  expect((await tablet.db.files.get(sha256))?.sizeBytes).toBe(9);
  expect((await tablet.db.drafts.toArray())[0]?.attachments).toEqual([attached.value]);
});

test("the same file attached twice is one attachment, and typing on keeps it", async () => {
  const tablet = await aTablet();
  await write(tablet);
  await attachFile(tablet.db, tablet.report, aFile("รูป"));
  await attachFile(tablet.db, tablet.report, aFile("รูป"));
  await write(tablet, aReportBody({ successPoints: "ต่อ" }));
  const [draft] = await tablet.db.drafts.toArray();
  expect(draft?.attachments).toHaveLength(1);
  const sha256 = draft?.attachments[0]?.sha256 ?? "";
  await removeFile(tablet.db, tablet.report, { sha256, now: NOW });
  expect((await tablet.db.drafts.toArray())[0]?.attachments).toEqual([]);
});

test("bytes that come back different are not called saved", async () => {
  const tablet = await aTablet();
  await write(tablet);
  tablet.db.files.hook("reading", (row) => ({ ...row, bytes: new ArrayBuffer(3) }));
  expect(await attachFile(tablet.db, tablet.report, aFile("รูป"))).toEqual({
    ok: false,
    error: { kind: "unreadable" },
  });
  expect((await tablet.db.drafts.toArray())[0]?.attachments).toEqual([]);
  expect(await tablet.db.files.count()).toBe(0);
});
