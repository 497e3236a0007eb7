import { describe, expect, test } from "vitest";
import { type AreaBody, emptyArea } from "./area-record.ts";
import type { ReportBody } from "./report.ts";
import { checkSubmission, LIMITS } from "./submission-rules.ts";
import { anAreaBody, anAssignment, anAttachment, aReportBody, aSha256 } from "./test-builders.ts";

const assignment = anAssignment();

function checkReport(body: unknown, attachments = [anAttachment()]) {
  return checkSubmission("report", { body, attachments }, assignment);
}
function checkArea(body: unknown) {
  return checkSubmission("area", { body, attachments: [] }, assignment);
}
function refused(path: string, code: string) {
  return { ok: false, error: [{ path, code }] };
}

describe("[R6] a report", () => {
  test("holds as the builders make it", () => {
    const attachments = [anAttachment()];
    const body = aReportBody();
    expect(checkReport(body, attachments)).toEqual({ ok: true, value: { body, attachments } });
  });

  test.each([
    ["a number typed as text", { ...aReportBody(), outputs: { o1: "58" } }, "outputs.o1"],
    [
      "an infinite number",
      { ...aReportBody(), outputs: { o1: Number.POSITIVE_INFINITY } },
      "outputs.o1",
    ],
    ["a field missing", { ...aReportBody(), successPoints: undefined }, "successPoints"],
    ["a field too many", { ...aReportBody(), remark: "x" }, ""],
    ["a code that is none", { ...aReportBody(), areaCodes: ["27090"] }, "areaCodes.0"],
    [
      "a Buddhist year in a date",
      { ...aReportBody(), activity: { from: "2567-03-14", to: "2567-03-14" } },
      "activity.from",
    ],
    [
      "a day that does not exist",
      { ...aReportBody(), activity: { from: "2023-02-29", to: "2024-02-29" } },
      "activity.from",
    ],
    ["a text", "58", ""],
    ["nothing", undefined, ""],
    ["an area's body", anAreaBody(), "activity"],
  ])("is malformed with %s", (_, body, path) => {
    const checked = checkReport(body);
    expect(!checked.ok && checked.error[0]).toEqual({ path, code: "malformed" });
  });

  test("cannot be removed", () => {
    expect(checkReport(null)).toEqual(refused("", "not-removable"));
  });

  test("[R18] needs every output of the assignment, and knows no other", () => {
    expect(checkReport(aReportBody({ outputs: {} }))).toEqual(refused("outputs.o1", "required"));
    expect(checkReport(aReportBody({ outputs: { o1: 1, o2: 2 } }))).toEqual(
      refused("outputs.o2", "unknown"),
    );
  });

  test("[R27] knows no step of another project", () => {
    expect(checkReport(aReportBody({ steps: { s9: 5 } }))).toEqual(refused("steps.s9", "unknown"));
  });

  test.each([
    [0, true],
    [58, true],
    [0.25, true],
    [1.1, true],
    [999_999_999.99, true],
    [LIMITS.number, true],
  ])("an output of %d holds", (o1, holds) => {
    expect(checkReport(aReportBody({ outputs: { o1 } })).ok).toBe(holds);
  });

  test.each([
    [-1, "out-of-range"],
    [LIMITS.number + 1, "out-of-range"],
    [0.001, "not-a-number"],
    [0.010000001, "not-a-number"],
    [999_999_999.999, "not-a-number"],
  ])("an output of %d is %s", (o1, code) => {
    expect(checkReport(aReportBody({ outputs: { o1 } }))).toEqual(refused("outputs.o1", code));
  });

  test.each([
    [101, "out-of-range"],
    [-1, "out-of-range"],
    [50.5, "not-a-number"],
  ])("[R27] a step at %d percent is %s", (s1, code) => {
    expect(checkReport(aReportBody({ steps: { s1 } }))).toEqual(refused("steps.s1", code));
  });

  test("[R27] a step may be at 0 and at 100 percent", () => {
    expect(checkReport(aReportBody({ steps: { s1: 0, s2: 100 } })).ok).toBe(true);
  });

  test("the success points are limited in characters as a person counts them", () => {
    const fits = "ที่".repeat(LIMITS.successPoints);
    expect(fits.length).toBe(3 * LIMITS.successPoints);
    expect(checkReport(aReportBody({ successPoints: fits })).ok).toBe(true);
    expect(checkReport(aReportBody({ successPoints: `${fits}ก` }))).toEqual(
      refused("successPoints", "too-long"),
    );
  });

  test("[R38] areas are those of the district", () => {
    expect(checkReport(aReportBody({ areaCodes: ["270901", "280901", "27"] }))).toEqual(
      refused("areaCodes", "unknown"),
    );
  });

  test("areas are limited in number", () => {
    const areaCodes = Array.from(
      { length: LIMITS.areaCodes + 1 },
      (_, index) => `27091${index % 10}${String(index % 100).padStart(2, "0")}`,
    );
    expect(checkReport(aReportBody({ areaCodes }))).toEqual(refused("areaCodes", "too-many"));
    expect(checkReport(aReportBody({ areaCodes: areaCodes.slice(1) })).ok).toBe(true);
  });

  test("a village that no list has is named, and only while it is chosen", () => {
    const added = (fields: Partial<ReportBody>) =>
      checkReport(aReportBody({ areaCodes: ["27090105"], ...fields }));
    expect(
      added({ newVillages: { "27090105": " บ้านน\u0E4D\u0E49\u0E32ใส\u200B " } }),
    ).toMatchObject({
      value: { body: { newVillages: { "27090105": "บ้านน้ำใส" } } },
    });
    expect(added({ newVillages: { "27090106": "บ้านอื่น" } })).toMatchObject({
      value: { body: { newVillages: {} } },
    });
    const named = (name: string) => added({ newVillages: { "27090105": name } });
    expect(named("\u200B ")).toEqual(refused("newVillages.27090105", "required"));
    expect(named("ที่".repeat(LIMITS.villageName)).ok).toBe(true);
    expect(named("ที่".repeat(LIMITS.villageName + 1))).toEqual(
      refused("newVillages.27090105", "too-long"),
    );
    const elsewhere = { areaCodes: [], newVillages: { "27080105": "บ้านข้างเคียง" } };
    expect(added(elsewhere)).toEqual(refused("newVillages.27080105", "unknown"));
    for (const code of ["270901", "27090100", "2709010"]) {
      expect(added({ newVillages: { [code]: "บ้าน" } }).ok, code).toBe(false);
    }
  });

  test("a caption is limited in characters as a person counts them", () => {
    const sha256 = aSha256();
    const withCaption = (caption: string) =>
      checkReport(aReportBody(), [anAttachment({ sha256, caption })]);
    expect(withCaption("ที่".repeat(LIMITS.caption)).ok).toBe(true);
    expect(withCaption("ที่".repeat(LIMITS.caption + 1))).toEqual(
      refused(`attachments.${sha256}`, "too-long"),
    );
  });

  test("an activity ends no earlier than it begins", () => {
    const activity = { from: "2024-03-15", to: "2024-03-14" };
    expect(checkReport(aReportBody({ activity }))).toEqual(refused("activity", "reversed"));
    expect(
      checkReport(aReportBody({ activity: { from: activity.from, to: activity.from } })).ok,
    ).toBe(true);
  });

  test("[R30] holds with 25 files and more, but not with one twice or with too many", () => {
    const files = (count: number) => Array.from({ length: count }, () => anAttachment());
    expect(checkReport(aReportBody(), files(25)).ok).toBe(true);
    expect(checkReport(aReportBody(), files(LIMITS.attachments)).ok).toBe(true);
    expect(checkReport(aReportBody(), files(LIMITS.attachments + 1))).toEqual(
      refused("attachments", "too-many"),
    );
    const sha256 = aSha256();
    const twice = [anAttachment({ sha256 }), anAttachment({ sha256 })];
    expect(checkReport(aReportBody(), twice)).toEqual(
      refused(`attachments.${sha256}`, "duplicate"),
    );
  });

  test("is stored with texts normalised, areas as a sorted set and no empty caption", () => {
    const body = aReportBody({
      successPoints: " น\u0E4D\u0E49\u0E32\u200B ",
      areaCodes: ["270902", "270901", "270902"],
    });
    const attachments = [anAttachment({ caption: " ประชุม " }), anAttachment({ caption: "\u200B" })];
    const checked = checkReport(body, attachments);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        body: { successPoints: "น้ำ", areaCodes: ["270901", "270902"] },
        attachments: [{ caption: "ประชุม" }, {}],
      },
    });
    expect(checked.ok && checked.value.attachments[1]).not.toHaveProperty("caption");
  });

  test("what was stored holds again and stays the same", () => {
    const once = checkReport(
      aReportBody({ successPoints: " ก\r\nข ", areaCodes: ["2709", "2709"] }),
    );
    if (!once.ok) throw new Error("the report should hold");
    expect(checkSubmission("report", once.value, assignment)).toEqual(once);
  });

  test("every failing field is told at once", () => {
    const checked = checkReport(aReportBody({ outputs: { o1: -1, o2: 1 }, steps: { s1: 101 } }));
    expect(checked).toEqual({
      ok: false,
      error: [
        { path: "outputs.o1", code: "out-of-range" },
        { path: "outputs.o2", code: "unknown" },
        { path: "steps.s1", code: "out-of-range" },
      ],
    });
  });
});

describe("names that every object has from birth", () => {
  test("constructor is no id of a step or an output, on either side", () => {
    const checked = checkReport({ ...aReportBody(), steps: { constructor: 50 } });
    expect(checked).toEqual(refused("steps.constructor", "malformed"));
  });

  test("__proto__ changes nobody's prototype and comes to nothing: no form can enter it", () => {
    const body: unknown = JSON.parse(
      JSON.stringify(aReportBody()).replace('"steps":{', '"steps":{"__proto__":5,'),
    );
    const checked = checkReport(body);
    expect(checked).toMatchObject({ ok: true, value: { body: aReportBody() } });
    expect(Object.getPrototypeOf(checked)).toBe(Object.prototype);
  });

  test("an output that was not entered is missing, whatever its id", () => {
    const [output] = assignment.outputs;
    if (!output) throw new Error("the builder's assignment has an output");
    const checked = checkSubmission(
      "report",
      { body: aReportBody({ outputs: {} }), attachments: [] },
      { ...assignment, outputs: [{ ...output, id: "constructor" }] },
    );
    expect(checked).toEqual(refused("outputs.constructor", "required"));
  });
});

describe("[R6] an area record", () => {
  test("holds as the builders make it, and may be removed", () => {
    const body = anAreaBody();
    expect(checkArea(body)).toEqual({ ok: true, value: { body, attachments: [] } });
    expect(checkArea(null)).toEqual({ ok: true, value: { body: null, attachments: [] } });
  });

  test("[R38] may be about a village that no list has yet, under the name it carries", () => {
    const village = (fields: Partial<AreaBody>) => checkArea(anAreaBody(fields));
    const areaCode = "27090105";
    expect(village({ areaCode, newVillages: { [areaCode]: " บ้านใหม่\u200B " } })).toMatchObject({
      value: { body: { areaCode, newVillages: { [areaCode]: "บ้านใหม่" } } },
    });
    // Another area was chosen since.
    expect(village({ newVillages: { [areaCode]: "บ้านใหม่" } })).toMatchObject({
      value: { body: { newVillages: {} } },
    });
    expect(village({ areaCode, newVillages: { [areaCode]: " " } })).toEqual(
      refused(`newVillages.${areaCode}`, "required"),
    );
  });

  test.each(["venue", "targetGroup", "result"] as const)("[R39] needs its %s", (field) => {
    expect(checkArea(anAreaBody({ [field]: " \u200B" }))).toEqual(refused(field, "required"));
  });

  test("[R39] one that was only begun misses every answer, the area, the people and the cost", () => {
    const checked = checkArea(emptyArea);
    expect(!checked.ok && checked.error).toEqual(
      ["areaCode", "participants.total", "costSatang", "venue", "targetGroup", "result"].map(
        (path) => ({ path, code: "required" }),
      ),
    );
  });

  test("[R41] may say why all areas cost more than was allotted", () => {
    expect(checkArea(anAreaBody({ costReason: " ค่าเช่าเต็นท์\u200B " }))).toMatchObject({
      value: { body: { costReason: "ค่าเช่าเต็นท์" } },
    });
  });

  test.each(["venue", "targetGroup", "result", "costReason"] as const)("limits its %s", (field) => {
    const fits = "ก".repeat(LIMITS[field]);
    expect(checkArea(anAreaBody({ [field]: fits })).ok).toBe(true);
    expect(checkArea(anAreaBody({ [field]: `${fits}ก` }))).toEqual(refused(field, "too-long"));
  });

  test.each([
    ["more in all than of both", { men: 14, women: 18, total: 33 }],
    ["fewer in all than of both", { men: 14, women: 18, total: 31 }],
    ["more men than people", { men: 14, women: null, total: 13 }],
    ["more women than people", { men: null, women: 18, total: 0 }],
  ])("[R39] its people do not add up: %s", (_, participants) => {
    expect(checkArea(anAreaBody({ participants }))).toEqual(
      refused("participants.total", "does-not-add-up"),
    );
  });

  test.each([
    ["nobody came", { men: 0, women: 0, total: 0 }],
    ["only the total is known", { men: null, women: null, total: 32 }],
    ["only the men were counted", { men: 14, women: null, total: 32 }],
  ])("[R39] its people add up: %s", (_, participants) => {
    expect(checkArea(anAreaBody({ participants })).ok).toBe(true);
  });

  test.each([
    [
      "participants.total",
      { participants: { men: null, women: null, total: 1.5 } },
      "not-a-number",
    ],
    ["participants.men", { participants: { men: -1, women: 2, total: 1 } }, "out-of-range"],
    ["participants.women", { participants: { men: 2, women: -1, total: 1 } }, "out-of-range"],
    ["costSatang", { costSatang: 0.5 }, "not-a-number"],
    ["costSatang", { costSatang: -1 }, "out-of-range"],
    ["costSatang", { costSatang: LIMITS.costSatang + 1 }, "out-of-range"],
    ["areaCode", { areaCode: "280901" }, "unknown"],
    ["heldOn", { heldOn: "2567-03-14" }, "malformed"],
    [
      "position.latitude",
      { position: { latitude: 91, longitude: 102, accuracyM: 5 } },
      "malformed",
    ],
  ])("refuses %s of %j: %s", (path, fields, code) => {
    expect(checkArea(anAreaBody(fields))).toEqual(refused(path, code));
  });

  test("is stored with its texts normalised", () => {
    const body = anAreaBody({
      venue: " ศาลา\u00A0 กลาง ",
      targetGroup: "ผู้\u200Bนำ",
      result: "ดี\r\n",
    });
    expect(checkArea(body)).toMatchObject({
      ok: true,
      value: { body: { venue: "ศาลา กลาง", targetGroup: "ผู้นำ", result: "ดี" } },
    });
  });
});
