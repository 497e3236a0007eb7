import { expect, test } from "vitest";
import { differenceTo } from "../../shared/history.ts";
import {
  anAssignment,
  anAttachment,
  anId,
  aReportBody,
  aReview,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { overlapRows } from "./review-overlap.ts";

const photo = anAttachment({ caption: "เวทีประชาคม" });
const read = {
  body: aReportBody({ outputs: { o1: 58 }, successPoints: "ครบ" }),
  attachments: [photo],
};
const newer = { body: aReportBody({ outputs: { o1: 62 }, successPoints: "ครบ" }), attachments: [] };
const past = {
  version: 1,
  seq: 7,
  authorName: "นางพิกุล ตัวอย่างรัตน์",
  madeAt: "2024-03-13T02:00:00Z",
  receivedAt: "2024-03-13T03:00:00Z",
};
const assignment = anAssignment();
const areaNames = new Map<string, string>();
const comment = (field: string, text: string) => ({ id: anId(), field, text });

test("[V5] a newer version: what I read, what it says now, and what I wrote about it", () => {
  const report = aStoredSubmission({
    ...newer,
    version: 2,
    history: [{ ...past, ...differenceTo(newer, read), reviews: [] }],
  });
  const comments = [comment("outputs.o1", "ไม่ตรงรายชื่อ"), comment(photo.sha256, "รูปเบลอ")];
  const readPoint = { version: 1, reviewedAt: null };
  const rows = overlapRows({ readPoint, report, comments, assignment, areaNames });
  expect(rows).toEqual([
    {
      label: "ผลการตรวจ",
      before: "ฉบับที่ 1 · ยังไม่มีผลการตรวจ",
      theirs: "ฉบับที่ 2 · ยังไม่มีผลการตรวจ",
      mine: "ปักความเห็นไว้ 2 จุด ยังไม่ได้ส่ง",
    },
    {
      label: expect.stringContaining("ผู้แทนหมู่บ้าน"),
      before: expect.stringContaining("58"),
      theirs: expect.stringContaining("62"),
      mine: "ไม่ตรงรายชื่อ",
    },
    {
      label: "รูป",
      before: expect.stringContaining("เวทีประชาคม"),
      theirs: "",
      mine: "รูปเบลอ",
    },
  ]);
});

test("[V5] somebody else's review of the same version, spot by spot", () => {
  const theirs = comment("outputs.o1", "ขอหลักฐาน");
  const report = aStoredSubmission({ ...read, review: aReview({ comments: [theirs] }) });
  const comments = [comment("outputs.o1", "ไม่ตรงรายชื่อ"), comment("", "โดยรวมดี")];
  const readPoint = { version: 1, reviewedAt: null };
  const rows = overlapRows({ readPoint, report, comments, assignment, areaNames });
  expect(rows).toMatchObject([
    {
      before: "ฉบับที่ 1 · ยังไม่มีผลการตรวจ",
      theirs: expect.stringMatching(/ฉบับที่ 1 · ส่งกลับแก้ไข 1 จุด · โดย นายต้นกล้า สมมุติชน · 14 มี.ค. 2567/),
      mine: "ปักความเห็นไว้ 2 จุด ยังไม่ได้ส่ง",
    },
    { label: "ผู้แทนหมู่บ้าน/ตำบล", before: "", theirs: "ขอหลักฐาน", mine: "ไม่ตรงรายชื่อ" },
  ]);
});

test("[V5] what was said before I read it is what it was before, and no news", () => {
  const known = comment("outputs.o1", "ขอหลักฐาน");
  const first = aReview({ comments: [known] });
  const last = aReview({ state: "endorsed", at: "2024-03-15T01:00:00Z", comments: [] });
  const report = aStoredSubmission({ ...read, review: last, earlierReviews: [first] });
  const readPoint = { version: 1, reviewedAt: first.at };
  const rows = overlapRows({ readPoint, report, comments: [], assignment, areaNames });
  expect(rows).toEqual([
    {
      label: "ผลการตรวจ",
      before: expect.stringContaining("ส่งกลับแก้ไข 1 จุด"),
      theirs: expect.stringContaining("รับรองแล้ว"),
      mine: "ยังไม่ได้ปักความเห็น",
    },
  ]);
});
