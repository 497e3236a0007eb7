import { describe, expect, test } from "vitest";
import { chooseFields, type FieldChoice, mergedByItself } from "./choose-fields.ts";
import { nothing } from "./merge.ts";
import type { SubmissionBody, SubmissionContent } from "./submission.ts";
import { anAreaBody, anAttachment, aReportBody } from "./test-builders.ts";

const content = (body: SubmissionBody, attachments: SubmissionContent["attachments"] = []) => ({
  body,
  attachments,
});

const report = {
  base: content(aReportBody({ steps: { s1: 100, s4: 0 }, successPoints: "เดิม" })),
  mine: content(aReportBody({ steps: { s1: 100, s4: 60 }, successPoints: "อบรมครบ 2 รุ่น" })),
  theirs: content(
    aReportBody({ steps: { s1: 90, s4: 40 }, successPoints: "อบรมแล้ว 1 รุ่น", outputs: { o1: 60 } }),
  ),
};

const choose = (choices: Record<string, FieldChoice>) =>
  chooseFields("report", report, new Map(Object.entries(choices))).body;

describe("a conflicting field becomes what was chosen", () => {
  test.each([
    ["mine", 60],
    ["theirs", 40],
    ["before", 0],
  ] as const)("a step: %s", (choice, percent) => {
    expect(choose({ "steps.s4": choice })).toMatchObject({ steps: { s4: percent } });
  });

  test("both texts are kept, mine first", () => {
    expect(choose({ successPoints: "both" })).toMatchObject({
      successPoints: "อบรมครบ 2 รุ่น\nอบรมแล้ว 1 รุ่น",
    });
  });

  test("a village's name is one field of its own", () => {
    const named = (name: string) => content(aReportBody({ newVillages: { "27090105": name } }));
    const sides = { base: content(aReportBody()), mine: named("บ้านใหม่"), theirs: named("บ้านไหม") };
    const chosen = chooseFields("report", sides, new Map([["newVillages.27090105", "theirs"]]));
    expect(chosen).toEqual(sides.theirs);
  });

  test("what did not conflict is merged, whatever was chosen beside it", () => {
    expect(choose({ "steps.s4": "mine", successPoints: "mine" })).toMatchObject({
      steps: { s1: 90 },
      outputs: { o1: 60 },
    });
  });

  test("before, where the report was new on both sides, leaves the field empty", () => {
    const sides = { ...report, base: nothing };
    const chosen = chooseFields("report", sides, new Map([["steps.s4", "before"]]));
    expect(chosen.body).not.toHaveProperty("steps.s4");
  });

  test.each([
    ["venue", { venue: "วัดใหม่" }],
    ["costSatang", { costSatang: 5 }],
    ["participants", { participants: { men: null, women: null, total: 9 } }],
    ["heldOn", { heldOn: "2024-02-01" }],
  ])("a field of an area record: %s", (path, theirs) => {
    const sides = {
      base: content(anAreaBody({ venue: "ก", costSatang: 1, heldOn: null })),
      mine: content(
        anAreaBody({
          venue: "ข",
          costSatang: 2,
          heldOn: "2024-01-01",
          participants: { men: null, women: null, total: 8 },
        }),
      ),
      theirs: content(anAreaBody({ venue: "ก", costSatang: 1, heldOn: null, ...theirs })),
    };
    const chosen = chooseFields("area", sides, new Map([[path, "theirs"]]));
    expect(chosen.body).toMatchObject(theirs);
  });

  test("an attachment that both described", () => {
    const photo = anAttachment();
    const sides = {
      base: content(aReportBody(), [photo]),
      mine: content(aReportBody(), [{ ...photo, caption: "ของฉัน" }]),
      theirs: content(aReportBody(), [{ ...photo, caption: "ของเขา" }]),
    };
    const path = `attachments.${photo.sha256}`;
    const { attachments } = chooseFields("report", sides, new Map([[path, "theirs"]]));
    expect(attachments).toEqual([{ ...photo, caption: "ของเขา" }]);
  });

  test("a record that one removed and the other changed", () => {
    const sides = {
      base: content(anAreaBody()),
      mine: content(null),
      theirs: content(anAreaBody({ venue: "วัดใหม่" })),
    };
    const chosen = chooseFields("area", sides, new Map([["body", "theirs"]]));
    expect(chosen.body).toEqual(sides.theirs.body);
    expect(chooseFields("area", sides, new Map()).body).toBeNull();
  });
});

test("fields that merged by themselves are counted without those in conflict", () => {
  expect(mergedByItself("report", report)).toBe(2);
  expect(mergedByItself("report", { ...report, theirs: report.base })).toBe(2);
  expect(mergedByItself("report", { ...report, theirs: report.mine })).toBe(0);
});
