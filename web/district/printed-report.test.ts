import { expect, test } from "vitest";
import type { AreaBody } from "../../shared/area-record.ts";
import { must } from "../../shared/invariant.ts";
import {
  anAreaBody,
  anAttachment,
  anId,
  aReportBody,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { saveDraft, startDraft } from "../db/drafts.ts";
import { submitDraft } from "../db/submit-draft.ts";
import { aTablet, NOW, submit, type TestTablet, write } from "../db/test-db.ts";
import { checkNumber } from "../print/check-number.ts";
import { documentsOf, photosOf } from "../print/printed-report.ts";
import { readPrinted } from "./printed-report.ts";

async function printed({ db, authorId, assignment }: TestTablet) {
  const person = must(await db.people.get(authorId), "the officer signed in");
  return must(await readPrinted(db, person, assignment.id), "the assignment is here");
}

async function receive({ db, assignment }: TestTablet, fields = {}): Promise<void> {
  const { id, reportId, districtCode: unit } = assignment;
  await db.submissions.put({
    ...aStoredSubmission({ id: reportId, assignmentId: id, version: 2, seq: 9, ...fields }),
    unit,
  });
}

async function receiveArea({ db, assignment }: TestTablet, fields = {}): Promise<string> {
  const { id: assignmentId, districtCode: unit } = assignment;
  const area = aStoredSubmission({ kind: "area", assignmentId, body: anAreaBody(), ...fields });
  await db.submissions.put({ ...area, unit });
  return area.id;
}

async function writeArea(
  { db, authorId, assignment }: TestTablet,
  { id: submissionId, body }: { id: string; body: AreaBody | null | object },
) {
  const key = { authorId, submissionId };
  await startDraft(db, { ...key, kind: "area", assignmentId: assignment.id, now: NOW });
  const edit = { body: JSON.parse(JSON.stringify(body)), typed: {}, place: "", revision: 0 };
  const saved = await saveDraft(db, key, { ...edit, now: NOW });
  if (!saved.ok) throw new Error(saved.error.kind);
  return key;
}

test("what the province received is printed with its version, number and who endorsed it", async () => {
  const tablet = await aTablet();
  const at = "2024-03-16T03:00:00Z";
  const byName = "นางสาวใบข้าว ตัวอย่างดี";
  await receive(tablet, { review: { state: "endorsed", at, byName, comments: [] } });
  const paper = await printed(tablet);
  expect(paper.standing).toEqual({
    kind: "received",
    version: 2,
    at: "2024-03-15T03:04:00Z",
    number: 9,
  });
  expect(paper.endorsed).toEqual({ name: byName, at });
  // Its author never signed in on this tablet.
  expect(paper.reporter).toEqual({ name: "นางพิกุล ตัวอย่างรัตน์", position: "" });
});

test("what has not left the tablet is a draft, or waits, with the position of who is here", async () => {
  const tablet = await aTablet();
  await receive(tablet);
  await submit(tablet, aReportBody({ successPoints: "ส่งแล้ว" }));
  expect((await printed(tablet)).standing).toEqual({ kind: "queued", version: 3 });
  await write(tablet, aReportBody({ successPoints: "แก้อีก" }));
  const paper = await printed(tablet);
  expect(paper).toMatchObject({
    standing: { kind: "draft", version: 4 },
    body: { successPoints: "แก้อีก" },
    endorsed: undefined,
    reporter: { position: "นักวิชาการพัฒนาชุมชน" },
  });
});

test("[R38] areas: what was received, over it what waits, over that the person's own drafts", async () => {
  const tablet = await aTablet();
  await receive(tablet);
  const kept = await receiveArea(tablet, { body: anAreaBody({ venue: "หอประชุม" }), seq: 1 });
  const sent = await receiveArea(tablet, { seq: 2 });
  const removed = await receiveArea(tablet, { seq: 3 });
  await receiveArea(tablet, { body: null, seq: 4 });
  expect((await printed(tablet)).standing.kind).toBe("received");

  const key = await writeArea(tablet, { id: sent, body: anAreaBody({ venue: "ศาลาวัด" }) });
  const queued = await submitDraft(tablet.db, key, NOW);
  expect(queued.ok).toBe(true);
  expect((await printed(tablet)).standing.kind).toBe("queued");

  const fresh = anId();
  await writeArea(tablet, { id: fresh, body: anAreaBody({ venue: "โรงเรียน" }) });
  await writeArea(tablet, { id: anId(), body: { venue: "ยังไม่ครบ" } });
  await writeArea(tablet, { id: removed, body: null });
  const { areas, standing } = await printed(tablet);
  expect(areas.map(({ id, body }) => [id, body.venue])).toEqual([
    [kept, "หอประชุม"],
    [sent, "ศาลาวัด"],
    [fresh, "โรงเรียน"],
  ]);
  expect(standing.kind).toBe("draft");
});

test("photos of the report come first, then those of its areas; papers are listed", async () => {
  const tablet = await aTablet();
  const [photo, ofArea] = [anAttachment(), anAttachment()];
  const paper = anAttachment({ mediaType: "application/pdf" });
  await receive(tablet, { attachments: [paper, photo] });
  const id = await receiveArea(tablet, { attachments: [ofArea] });
  const report = await printed(tablet);
  expect(photosOf(report)).toEqual([
    { ...photo, submissionId: report.reportId },
    { ...ofArea, submissionId: id, areaCode: "270901" },
  ]);
  expect(documentsOf(report)).toEqual([paper]);
});

test("the check number is of what is said, not of where or when it is printed", async () => {
  const [tablet, other] = [await aTablet(), await aTablet()];
  const body = aReportBody({ successPoints: "ครบ" });
  await receive(tablet, { body });
  await receive(other, { body, version: 3 });
  const digits = await checkNumber(await printed(tablet));
  expect(digits).toMatch(/^[\dA-F]{4}-[\dA-F]{4}$/);
  expect(await checkNumber(await printed(other))).toBe(digits);

  const area = { id: anId(), body: anAreaBody({ venue: "ศาลาวัด" }) };
  await receiveArea(tablet, area);
  await writeArea(other, area);
  const withArea = await checkNumber(await printed(tablet));
  expect(withArea).not.toBe(digits);
  expect(await checkNumber(await printed(other))).toBe(withArea);

  await receive(other, { body: aReportBody({ successPoints: "ครบทุกหมู่บ้าน" }) });
  expect(await checkNumber(await printed(other))).not.toBe(withArea);
});
