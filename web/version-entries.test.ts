import { describe, expect, test } from "vitest";
import type { Attachment } from "../shared/attachment.ts";
import { differenceTo } from "../shared/history.ts";
import type { ReportBody } from "../shared/report.ts";
import type { Review, SubmissionContent } from "../shared/submission.ts";
import {
  anAssignment,
  anAttachment,
  aReportBody,
  aReview,
  aStoredSubmission,
} from "../shared/test-builders.ts";
import { changeLines } from "./change-words.ts";
import { changesBetween, receivedVersions } from "./version-entries.ts";

const photo = anAttachment({ caption: "เวทีประชาคม" });
const first: SubmissionContent = { body: aReportBody({ outputs: { o1: 58 } }), attachments: [] };
const second: SubmissionContent = {
  body: aReportBody({ outputs: { o1: 62 }, areaCodes: ["270901"] }),
  attachments: [photo],
};
const returned = aReview();
const past = {
  version: 1,
  seq: 7,
  authorName: "นางพิกุล ตัวอย่างรัตน์",
  madeAt: "2024-03-13T02:00:00Z",
  receivedAt: "2024-03-13T03:00:00Z",
};

describe("[V4] the versions of a submission", () => {
  test("[V4] each has who, when, its number, its reviews and what it changed", () => {
    const submission = aStoredSubmission({
      ...second,
      version: 2,
      seq: 9,
      history: [{ ...past, ...differenceTo(second, first), reviews: [returned] }],
    });
    const [newest, oldest] = receivedVersions(submission);
    expect(newest).toMatchObject({ version: 2, received: { number: 9 }, reviews: [] });
    expect(newest?.changes?.map(({ path }) => path)).toEqual([
      "areaCodes",
      "outputs.o1",
      `attachments.${photo.sha256}`,
    ]);
    expect(oldest).toMatchObject({
      version: 1,
      byName: past.authorName,
      madeAt: past.madeAt,
      received: { at: past.receivedAt, number: 7 },
      reviews: [returned],
    });
    expect(oldest?.changes).toBeUndefined();
  });

  test("[V4] an unreviewed one carries no review, a reviewed one all of them", () => {
    const endorsed: Review = { ...returned, state: "endorsed", at: "2024-03-13T08:00:00Z" };
    const once = aStoredSubmission({ review: returned, earlierReviews: [endorsed] });
    expect(receivedVersions(aStoredSubmission())[0]?.reviews).toEqual([]);
    expect(receivedVersions(once)[0]?.reviews).toEqual([endorsed, returned]);
  });

  test("what a later app wrote is still told, without its changes", () => {
    const unread = { ...past, body: { weather: "ฝน" }, reviews: [] };
    const submission = aStoredSubmission({ ...second, version: 2, history: [unread] });
    expect(receivedVersions(submission).map(({ version, changes }) => [version, changes])).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
  });
});

describe("a change in words", () => {
  const assignment = anAssignment();
  const areaNames = new Map([
    ["270901", "วังใหม่"],
    ["2709", "วังสมบูรณ์"],
  ]);
  const linesOf = (before: SubmissionContent, after: SubmissionContent) =>
    changeLines(changesBetween(before, after), { assignment, areaNames });
  const report = (fields: Partial<ReportBody>, attachments: Attachment[] = []) => ({
    body: aReportBody(fields),
    attachments,
  });

  test("a number: its field, what it was and what it is", () => {
    expect(linesOf(report({ outputs: { o1: 58 } }), report({ outputs: { o1: 62 } }))).toEqual([
      { label: "ผู้แทนหมู่บ้าน/ตำบล", was: "58 คน", is: "62 คน" },
    ]);
  });

  test("areas: only those that came or went, by name", () => {
    const [none, one] = [report({}), report({ areaCodes: ["270901"] })];
    const name = "ต.วังใหม่ อ.วังสมบูรณ์";
    expect(linesOf(none, one)).toEqual([{ label: "พื้นที่ดำเนินการ", was: "", is: name }]);
    expect(linesOf(one, none)).toEqual([{ label: "พื้นที่ดำเนินการ", was: name, is: "" }]);
  });

  test("a village that the district added: once, by the name it was given", () => {
    const areaCodes = ["27090199"];
    const added = report({ areaCodes, newVillages: { "27090199": "บ้านใหม่" } });
    const renamed = report({ areaCodes, newVillages: { "27090199": "บ้านใหม่พัฒนา" } });
    expect(linesOf(report({}), added)).toMatchObject([{ is: "บ้านใหม่ ต.วังใหม่" }]);
    expect(linesOf(added, renamed)).toMatchObject([{ was: "บ้านใหม่", is: "บ้านใหม่พัฒนา" }]);
  });

  test("files: those that came in one line, a new caption in its own, and their order", () => {
    const second = anAttachment({ name: "IMG_2.webp" });
    const paper = anAttachment({ name: "รายชื่อ.pdf", mediaType: "application/pdf" });
    const before = report({}, [photo]);
    const after = report({}, [{ ...photo, caption: "เวที" }, second, paper]);
    expect(linesOf(report({}), report({}, [photo, second, paper]))).toEqual([
      { label: "รูป", was: "", is: "เวทีประชาคม, IMG_2.webp" },
      { label: "เอกสาร", was: "", is: "รายชื่อ.pdf" },
    ]);
    expect(linesOf(before, after)).toContainEqual({
      label: "รูป",
      was: "เวทีประชาคม",
      is: "เวที",
    });
    const turned = report({}, [second, photo]);
    expect(linesOf(report({}, [photo, second]), turned)).toMatchObject([{ is: "เรียงลำดับใหม่" }]);
  });
});
