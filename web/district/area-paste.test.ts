import { describe, expect, onTestFinished, test, vi } from "vitest";
import { must } from "../../shared/invariant.ts";
import { anAreaBody, anAssignment } from "../../shared/test-builders.ts";
import { setLanguage } from "../i18n/language.ts";
import { type PastedRow, readPasted } from "./area-paste.ts";
import { columnsOf } from "./paste-columns.ts";
import { columnWords } from "./pasted-rows.tsx";

const assignment = anAssignment();
const options = [
  { value: "270901", label: "ต.วังสมบูรณ์", detail: "อ.วังสมบูรณ์" },
  { value: "270902", label: "ต.วังใหม่", detail: "อ.วังสมบูรณ์" },
  { value: "27090201", label: "บ้านหนองสมมุติ หมู่ 1", detail: "ต.วังใหม่" },
  { value: "27090202", label: "บ้านหนองสมมุติ หมู่ 2", detail: "ต.วังใหม่" },
  { value: "27090203", label: "บ้านใหม่ หมู่ 3 (รอจังหวัดยืนยัน)", detail: "ต.วังใหม่" },
];
/** On no list yet: the district added it. */
const ADDED = { "27090203": "บ้านใหม่" };
const GOOD = "ต.วังใหม่\tศาลา\t14/3/2567\tผู้นำ\t14\t18\t32\tทบทวนแผนแล้ว\t1000";

function read(text: string, recorded = [anAreaBody({ venue: "ที่อื่น" })]) {
  return readPasted(text, { assignment, options, villages: ADDED, recorded });
}
function readOne(text: string): PastedRow {
  return must(read(text).rows[0], "a row was pasted");
}
/** The good row with one cell otherwise. */
function withCell(at: number, cell: string): string {
  return GOOD.split("\t").with(at, cell).join("\t");
}

describe("[R38] rows pasted from a spreadsheet", () => {
  test("a row in the form's order is an area record", () => {
    expect(readOne(GOOD)).toMatchObject({
      problems: [],
      body: anAreaBody({
        areaCode: "270902",
        venue: "ศาลา",
        targetGroup: "ผู้นำ",
        result: "ทบทวนแผนแล้ว",
      }),
    });
  });

  test.each(["บ้านใหม่", "บ้านใหม่ หมู่ 3", "27090203"])(
    "a village the district added is found as %s, and named in its record",
    (cell) => {
      expect(readOne(withCell(0, cell)).body).toMatchObject({
        areaCode: "27090203",
        newVillages: ADDED,
      });
    },
  );

  test.each(["th", "en"] as const)(
    "the words the screen names its columns by are a head, in %s",
    async (language) => {
      vi.stubGlobal("document", { documentElement: {} });
      onTestFinished(async () => {
        await setLanguage("th");
        vi.unstubAllGlobals();
      });
      await setLanguage(language);
      expect(columnsOf(columnWords())).toEqual(columnsOf(undefined));
    },
  );

  test("a head may put the columns in another order, with units, and leave some out", () => {
    const { head, rows } = read("ค่าใช้จ่าย (บาท)\tตำบล\n1000\tวังใหม่");
    expect(head).toEqual(["ค่าใช้จ่าย (บาท)", "ตำบล"]);
    expect(rows[0]).toMatchObject({
      number: 2,
      body: { costSatang: 100_000, areaCode: "270902" },
    });
    expect(rows[0]?.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      "total required",
      "venue required",
      "targetGroup required",
      "result required",
    ]);
  });

  test("a column nobody knows is told, not dropped", () => {
    expect(readOne(`${GOOD}\tอื่น ๆ`).problems).toEqual([
      { column: undefined, code: "too-many-columns" },
    ]);
    expect(readOne(`${GOOD}\t`).problems).toEqual([]);
    expect(read("ตำบล\tค่าใช้จ่าย\tหมายเหตุ\nวังใหม่\t1000\tด่วน").rows[0]?.problems).toContainEqual({
      column: undefined,
      code: "too-many-columns",
    });
  });

  test.each(["วังใหม่", "ตำบลวังใหม่", "ต. วังใหม่", "ต.วังใหม่ อ.วังสมบูรณ์", "๒๗๐๙๐๒", "270902"])(
    "%j is found",
    (cell) => {
      expect(readOne(withCell(0, cell)).body.areaCode).toBe("270902");
    },
  );

  test.each([
    ["บ้านหนองสมมุติ", "ambiguous"],
    ["ต.อื่น", "no-such-area"],
    ["วัง", "no-such-area"],
  ])("%j is %s", (cell, code) => {
    expect(readOne(withCell(0, cell)).problems).toEqual([{ column: "areaCode", code }]);
  });

  test("a village is told from its namesake by its number", () => {
    expect(readOne(withCell(0, "บ้านหนองสมมุติ ม.2")).body.areaCode).toBe("27090202");
  });

  test("[R39] counts take Thai digits and commas, and men and women add up", () => {
    const { body, problems } = readOne("วังใหม่\tศาลา\t\tผู้นำ\t๑,๐๑๔\t18\t\tทบทวนแผนแล้ว\t1000");
    expect(body.participants).toEqual({ men: 1014, women: 18, total: 1032 });
    expect(problems).toEqual([]);
  });

  test.each(["1,0", "สิบ", "-3", "1.5"])("[R39] %j is no count", (cell) => {
    expect(readOne(withCell(6, cell)).problems).toEqual([{ column: "total", code: "malformed" }]);
  });

  test.each([
    ["๑๔ มี.ค. ๒๕๖๗", "2024-03-14"],
    ["14/3/67", "2024-03-14"],
    ["", null],
  ])("the date %j is %s", (cell, heldOn) => {
    expect(readOne(withCell(2, cell))).toMatchObject({ body: { heldOn }, problems: [] });
  });

  test("a date of the Christian era is asked about", () => {
    expect(readOne(withCell(2, "14/3/2024"))).toMatchObject({
      problems: [{ column: "heldOn", code: "malformed" }],
      fixes: [{ at: 2, text: "14 มี.ค. 2567" }],
    });
  });

  test.each([
    ["1,000.00", "1000.00"],
    ["๑๐๐๐", "1000"],
    ["1000 บาท", "1000"],
  ])("[R40] the cost %j is refused and %j offered, also in a table", (cell, fix) => {
    expect(readOne(withCell(8, cell))).toMatchObject({
      body: { costSatang: null },
      problems: [{ column: "costSatang", code: "malformed" }],
      fixes: [{ at: 8, text: fix }],
    });
  });

  test("the same activity twice, pasted or recorded, is taken once", () => {
    const again = { column: undefined, code: "already-saved" };
    expect(read(`${GOOD}\n${GOOD}`).rows.map(({ problems }) => problems)).toEqual([[], [again]]);
    const recorded = readOne(GOOD).body;
    expect(recorded.areaCode).toBe("270902");
    const { rows } = read(GOOD, [anAreaBody({ areaCode: "270902", venue: "ศาลา" })]);
    expect(rows[0]?.problems).toEqual([again]);
  });

  test("a text too long, and everything else that is wrong, is told at once", () => {
    const { problems } = readOne(`ต.อื่น\t${"ก".repeat(301)}\t32/1/67\t\tก\t18\t32\tผล\t1e3`);
    expect(problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      "areaCode no-such-area",
      "heldOn malformed",
      "men malformed",
      "costSatang malformed",
      "venue too-long",
      "targetGroup required",
    ]);
  });
});
