import { describe, expect, test } from "vitest";
import type { AreaBody } from "./area-record.ts";
import type { Attachment } from "./attachment.ts";
import { merge, nothing } from "./merge.ts";
import { emptyReport, type ReportBody } from "./report.ts";
import type { SubmissionContent } from "./submission.ts";
import { anAreaBody, anAttachment, aReportBody } from "./test-builders.ts";

function report(fields: Partial<ReportBody> = {}, attachments: Attachment[] = []) {
  return { body: aReportBody(fields), attachments };
}
function area(fields: Partial<AreaBody> = {}) {
  return { body: anAreaBody(fields), attachments: [] };
}
function photos(...attachments: Attachment[]): SubmissionContent {
  return { body: aReportBody(), attachments };
}
const removed: SubmissionContent = { body: null, attachments: [] };

describe("[R3] disjoint changes of a report merge", () => {
  test("of different fields", () => {
    const merged = merge("report", {
      base: report(),
      mine: report({ successPoints: "ดีมาก", outputs: { o1: 60 } }),
      theirs: report({
        areaCodes: ["270901"],
        activity: { from: "2024-03-14", to: "2024-03-15" },
      }),
    });
    expect(merged).toEqual({
      content: report({
        successPoints: "ดีมาก",
        outputs: { o1: 60 },
        areaCodes: ["270901"],
        activity: { from: "2024-03-14", to: "2024-03-15" },
      }),
      conflicts: [],
    });
  });

  test("of different steps, one of them emptied", () => {
    const merged = merge("report", {
      base: report({ steps: { s1: 10, s2: 20 } }),
      mine: report({ steps: { s1: 50, s2: 20 } }),
      theirs: report({ steps: { s1: 10, s3: 30 } }),
    });
    expect(merged).toEqual({ content: report({ steps: { s1: 50, s3: 30 } }), conflicts: [] });
  });

  test("of steps whose ids look like numbers", () => {
    const merged = merge("report", {
      base: report({ steps: { "1": 0, "10": 0 } }),
      mine: report({ steps: { "1": 5, "10": 0 } }),
      theirs: report({ steps: { "1": 0, "10": 7 } }),
    });
    expect(merged).toEqual({ content: report({ steps: { "1": 5, "10": 7 } }), conflicts: [] });
  });

  test("of sets of areas, where a removal counts", () => {
    const merged = merge("report", {
      base: report({ areaCodes: ["270901", "270902", "270903"] }),
      mine: report({ areaCodes: ["270902", "270903", "270909"] }),
      theirs: report({ areaCodes: ["270901", "270902", "270905"] }),
    });
    expect(merged).toEqual({
      content: report({ areaCodes: ["270902", "270905", "270909"] }),
      conflicts: [],
    });
  });

  test("of villages that were added, by their codes", () => {
    const base = report({ newVillages: { "27090105": "บ้านใหม่" } });
    const mine = report({ newVillages: { "27090105": "บ้านใหม่", "27090106": "บ้านเหนือ" } });
    const theirs = report({ newVillages: { "27090105": "บ้านใหม่พัฒนา" } });
    expect(merge("report", { base, mine, theirs })).toEqual({
      content: report({ newVillages: { "27090105": "บ้านใหม่พัฒนา", "27090106": "บ้านเหนือ" } }),
      conflicts: [],
    });
  });

  test("of different paragraphs", () => {
    const merged = merge("report", {
      base: report({ successPoints: "ก\nข\nค" }),
      mine: report({ successPoints: "ก1\nข\nค" }),
      theirs: report({ successPoints: "ก\nข\nค2" }),
    });
    expect(merged).toEqual({ content: report({ successPoints: "ก1\nข\nค2" }), conflicts: [] });
  });

  test("of two first versions, made on two tablets", () => {
    const merged = merge("report", {
      base: nothing,
      mine: { body: { ...emptyReport, outputs: { o1: 5 } }, attachments: [] },
      theirs: { body: { ...emptyReport, steps: { s1: 100 } }, attachments: [] },
    });
    expect(merged).toEqual({
      content: {
        body: { ...emptyReport, outputs: { o1: 5 }, steps: { s1: 100 } },
        attachments: [],
      },
      conflicts: [],
    });
  });
});

describe("[R3] changes of the same field conflict, and mine is shown", () => {
  test.each([
    ["outputs.o1", { outputs: { o1: 1 } }, { outputs: { o1: 2 } }],
    ["steps.s1", { steps: { s1: 1, s2: 100, s3: 60 } }, { steps: { s1: 2, s2: 100, s3: 60 } }],
    ["successPoints", { successPoints: "ก" }, { successPoints: "ข" }],
    [
      "activity",
      { activity: { from: "2024-03-14", to: "2024-03-14" } },
      { activity: { from: "2024-03-15", to: "2024-03-15" } },
    ],
  ])("%s", (path, mine, theirs) => {
    expect(merge("report", { base: report(), mine: report(mine), theirs: report(theirs) })).toEqual(
      { content: report(mine), conflicts: [path] },
    );
  });

  test("the same change on both sides is no conflict", () => {
    const both = report({ outputs: { o1: 9 }, successPoints: "ก", areaCodes: ["270901"] });
    expect(merge("report", { base: report(), mine: both, theirs: structuredClone(both) })).toEqual({
      content: both,
      conflicts: [],
    });
  });

  test("a step emptied here and changed there conflicts, and theirs stays in sight", () => {
    const merged = merge("report", {
      base: report({ steps: { s1: 10 } }),
      mine: report({ steps: {} }),
      theirs: report({ steps: { s1: 20 } }),
    });
    expect(merged).toEqual({ content: report({ steps: { s1: 20 } }), conflicts: ["steps.s1"] });
  });

  test("a step changed here and emptied there conflicts, and mine stays", () => {
    const merged = merge("report", {
      base: report({ steps: { s1: 10 } }),
      mine: report({ steps: { s1: 20 } }),
      theirs: report({ steps: {} }),
    });
    expect(merged).toEqual({ content: report({ steps: { s1: 20 } }), conflicts: ["steps.s1"] });
  });
});

describe("[R3] an area record", () => {
  test("merges changes of different fields", () => {
    const merged = merge("area", {
      base: area(),
      mine: area({ costSatang: 5, heldOn: null }),
      theirs: area({
        venue: "วัด",
        participants: { men: 1, women: 1, total: 2 },
        position: { latitude: 13.8, longitude: 102, accuracyM: 9 },
      }),
    });
    expect(merged).toEqual({
      content: area({
        costSatang: 5,
        heldOn: null,
        venue: "วัด",
        participants: { men: 1, women: 1, total: 2 },
        position: { latitude: 13.8, longitude: 102, accuracyM: 9 },
      }),
      conflicts: [],
    });
  });

  test.each([
    ["areaCode", { areaCode: "270902" }, { areaCode: "270903" }],
    [
      "newVillages.27090105",
      { newVillages: { "27090105": "บ้านใหม่" } },
      { newVillages: { "27090105": "บ้านใหม่พัฒนา" } },
    ],
    ["venue", { venue: "วัด" }, { venue: "โรงเรียน" }],
    ["targetGroup", { targetGroup: "ก" }, { targetGroup: "ข" }],
    [
      "participants",
      { participants: { men: 1, women: 0, total: 1 } },
      { participants: { men: 0, women: 1, total: 1 } },
    ],
    ["result", { result: "ก" }, { result: "ข" }],
    ["heldOn", { heldOn: null }, { heldOn: "2024-03-20" }],
    ["costSatang", { costSatang: 1 }, { costSatang: 2 }],
    [
      "position",
      { position: { latitude: 1, longitude: 1, accuracyM: 1 } },
      { position: { latitude: 2, longitude: 2, accuracyM: 2 } },
    ],
  ])("conflicts in %s", (path, mine, theirs) => {
    expect(merge("area", { base: area(), mine: area(mine), theirs: area(theirs) })).toEqual({
      content: area(mine),
      conflicts: [path],
    });
  });

  test("removed here, untouched there: removed, and the other way round", () => {
    expect(merge("area", { base: area(), mine: removed, theirs: area() })).toEqual({
      content: removed,
      conflicts: [],
    });
    expect(merge("area", { base: area(), mine: area(), theirs: removed })).toEqual({
      content: removed,
      conflicts: [],
    });
  });

  test("removed on one side and edited on the other conflicts as a whole", () => {
    const edited = area({ venue: "วัด" });
    expect(merge("area", { base: area(), mine: removed, theirs: edited }).conflicts).toEqual([
      "body",
    ]);
    expect(merge("area", { base: area(), mine: edited, theirs: removed })).toEqual({
      content: edited,
      conflicts: ["body"],
    });
  });

  test("removed on both sides, or restored on one, is no conflict", () => {
    expect(merge("area", { base: area(), mine: removed, theirs: removed })).toEqual({
      content: removed,
      conflicts: [],
    });
    expect(merge("area", { base: removed, mine: area(), theirs: removed })).toEqual({
      content: area(),
      conflicts: [],
    });
  });

  test("made twice from nothing: equal fields agree, the others conflict", () => {
    const mine = area({ venue: "วัด", result: "ก" });
    const theirs = area({ venue: "โรงเรียน", result: "ข" });
    expect(merge("area", { base: nothing, mine, theirs })).toEqual({
      content: mine,
      conflicts: ["venue", "result"],
    });
  });
});

describe("[R3] attachments are a set", () => {
  const kept = anAttachment();
  const other = anAttachment();

  test("both sides' additions are kept, a removal is a removal", () => {
    const [mine, theirs] = [anAttachment(), anAttachment()];
    const merged = merge("report", {
      base: photos(kept, other),
      mine: photos(kept, mine),
      theirs: photos(kept, other, theirs),
    });
    expect(merged).toEqual({ content: photos(kept, mine, theirs), conflicts: [] });
  });

  test("a caption edited on one side beats a removal on the other", () => {
    const captioned = { ...kept, caption: "ประชุม" };
    for (const [mine, theirs] of [
      [photos(captioned), photos()],
      [photos(), photos(captioned)],
    ] as const) {
      expect(merge("report", { base: photos(kept), mine, theirs })).toEqual({
        content: photos(captioned),
        conflicts: [],
      });
    }
  });

  test("two captions for one photo conflict under the photo's hash", () => {
    const mine = photos({ ...kept, caption: "ก" });
    const merged = merge("report", {
      base: photos(kept),
      mine,
      theirs: photos({ ...kept, caption: "ข" }),
    });
    expect(merged).toEqual({ content: mine, conflicts: [`attachments.${kept.sha256}`] });
  });

  test("the order of whoever changed it is kept", () => {
    const added = anAttachment();
    const base = photos(kept, other);
    const turned = photos(other, kept);
    expect(merge("report", { base, mine: turned, theirs: base }).content).toEqual(turned);
    expect(merge("report", { base, mine: base, theirs: turned }).content).toEqual(turned);
    expect(
      merge("report", { base, mine: photos(kept, other, added), theirs: turned }).content,
    ).toEqual(photos(other, kept, added));
    const between = photos(kept, added, other);
    expect(merge("report", { base, mine: base, theirs: between }).content).toEqual(between);
  });
});

describe("names that every object has from birth are ids like any other", () => {
  test.each(["constructor", "__proto__", "toString"])("%s", (id) => {
    const entries = (value: number): Record<string, number> => Object.fromEntries([[id, value]]);
    const merged = merge("report", {
      base: report({ steps: {} }),
      mine: report({ steps: entries(5) }),
      theirs: report({ steps: {}, successPoints: "ก" }),
    });
    expect(merged.conflicts).toEqual([]);
    expect(merged.content).toEqual(report({ steps: entries(5), successPoints: "ก" }));
    expect(merged.content.body && "steps" in merged.content.body).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
    const steps =
      merged.content.body && "steps" in merged.content.body && merged.content.body.steps;
    expect(Object.entries(steps || {})).toEqual([[id, 5]]);
  });
});
