import { describe, expect, test } from "vitest";
import { LIMITS } from "../../shared/submission-rules.ts";
import { anAssignment, anAttachment, aReportBody, aSha256 } from "../../shared/test-builders.ts";
import { formProblems, problemWords } from "./form-problems.ts";

const assignment = anAssignment();

/** What each failing field says, by the path the form shows it at. */
function told(
  body: Partial<ReturnType<typeof aReportBody>>,
  { typed = {}, attachments = [anAttachment()] } = {},
) {
  const form = { body: aReportBody(body), typed, place: "" };
  const problems = formProblems("report", assignment, form, attachments);
  return Object.fromEntries([...problems].map(([path, code]) => [path, problemWords(path, code)]));
}

describe("every limit stands in its message, at the field it is about", () => {
  test.each<[string, Parameters<typeof told>, Record<string, string>]>([
    ["an empty output", [{ outputs: {} }], { "outputs.o1": "กรุณากรอกช่องนี้" }],
    ["a huge output", [{ outputs: { o1: 1e12 } }], { "outputs.o1": "ใส่ได้ไม่เกิน 1,000,000,000" }],
    [
      "an output that is no number yet",
      [{}, { typed: { "outputs.o1": "1e3" } }],
      { "outputs.o1": "ใส่เฉพาะตัวเลข ทศนิยมไม่เกิน 2 ตำแหน่ง ไม่ใส่ “,” หรือเครื่องหมายอื่น" },
    ],
    [
      "success points of one letter too many",
      [{ successPoints: "ที่".repeat(LIMITS.successPoints + 1) }],
      { successPoints: "ยาวเกิน 4,000 ตัวอักษร" },
    ],
    [
      "a village's name of one letter too many",
      [{ areaCodes: ["27090105"], newVillages: { "27090105": "ก".repeat(101) } }],
      { areaCodes: "ยาวเกิน 100 ตัวอักษร" },
    ],
    [
      "a caption of one letter too many",
      [{}, { attachments: [anAttachment({ caption: "ที่".repeat(501) })] }],
      { attachments: "ยาวเกิน 500 ตัวอักษร" },
    ],
    [
      "[R30] more files than any activity has",
      [{}, { attachments: Array.from({ length: 201 }, () => anAttachment({ sha256: aSha256() })) }],
      { attachments: "ใส่ได้ไม่เกิน 200" },
    ],
    [
      "half a period",
      [{}, { typed: { "activity.from": "14//" } }],
      { "activity.from": "กรอกวัน เดือน ปี ให้ครบ" },
    ],
    [
      "a period that ends before it begins",
      [{ activity: { from: "2024-03-15", to: "2024-03-14" } }],
      { "activity.to": "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม" },
    ],
  ])("%s", (_what, [body, rest], words) => {
    expect(told(body, rest)).toEqual(words);
  });
});

test("an activity in the year 2567 of the Christian era is no date the report can hold", () => {
  expect(told({ activity: { from: "2567-03-14", to: "2567-03-15" } })).toEqual({
    "activity.from": "กรอกวัน เดือน ปี ให้ครบ",
    "activity.to": "กรอกวัน เดือน ปี ให้ครบ",
  });
});
