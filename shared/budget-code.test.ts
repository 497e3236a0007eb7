import fc from "fast-check";
import { expect, test } from "vitest";
import { BudgetCode, parseBudgetCode } from "./budget-code.ts";
import { codeYearOf } from "./fiscal-year.ts";

const MANUAL_CODES = [
  "801-112-P0167-2024-02",
  "801-112-S0558-2024-12",
  "801-112-S0570-2024-07",
  "801-112-S0570-2024-08",
  "801-112-S0570-2024-10",
  "801-112-S0570-2024-11",
  "803-112-D0838-2024-01",
  "803-112-D0838-2024-02",
  "803-112-S0550-2024-03",
  "803-112-S0550-2024-09",
  "803-112-S0558-2024-11",
  "809-112-P0453-2024-02",
];

test.each(MANUAL_CODES)("[R44] %s of the manual is a code of fiscal year 2567", (code) => {
  const parsed = parseBudgetCode(code);
  expect(parsed).toMatchObject({ ok: true, value: { code, parts: { fiscalYear: 2567 } } });
  expect(BudgetCode.safeParse(code).success).toBe(true);
});

test("[R24] the parts of a code are told apart", () => {
  expect(parseBudgetCode("809-112-P0453-2024-02")).toEqual({
    ok: true,
    value: {
      code: "809-112-P0453-2024-02",
      parts: {
        owner: "809",
        planClass: "112",
        plan: "P",
        serial: "0453",
        fiscalYear: 2567,
        activity: "02",
      },
    },
  });
});

test("[R4] the Buddhist year of a code stands for the Christian one written in it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
      const parsed = parseBudgetCode(`801-112-P0167-${year}-02`);
      expect(parsed.ok && codeYearOf(parsed.value.parts.fiscalYear)).toBe(year);
    }),
  );
});

test.each([
  ["en dashes", "801–112–P0167–2024–02"],
  ["em dashes", "801—112—P0167—2024—02"],
  ["minus signs", "801−112−P0167−2024−02"],
  ["non-breaking hyphens", "801\u2011112\u2011P0167\u20112024\u201102"],
  ["full-width hyphens", "801\uFF0D112\uFF0DP0167\uFF0D2024\uFF0D02"],
  ["Thai digits", "๘๐๑-๑๑๒-P๐๑๖๗-๒๐๒๔-๐๒"],
  ["spaces", " 801 - 112 - P0167 - 2024 - 02 "],
  ["a no-break and a zero-width space", "801-112\u00A0-P0167-\u200B2024-02\uFEFF"],
  ["a line break", "801-112-P0167-\n2024-02"],
  ["a small letter", "801-112-p0167-2024-02"],
])("[R44] a code pasted with %s is read as what it is", (_, typed) => {
  expect(parseBudgetCode(typed)).toMatchObject({
    ok: true,
    value: { code: "801-112-P0167-2024-02" },
  });
});

test.each([
  ["nothing", ""],
  ["a name", "จัดทำแผนพัฒนาตำบล"],
  ["a part", "801-112-P0167"],
  ["no dashes", "801112P0167202402"],
  ["a Buddhist year", "801-112-P0167-2567-02"],
  ["no letter", "801-112-00167-2024-02"],
  ["a Thai letter", "801-112-ผ0167-2024-02"],
  ["a digit too many", "801-112-P0167-2024-021"],
  ["something before it", "รหัส 801-112-P0167-2024-02"],
  ["two codes", "801-112-P0167-2024-02 801-112-P0167-2024-02"],
])("[R44] refuses %s", (_, typed) => {
  expect(parseBudgetCode(typed)).toEqual({ ok: false, error: { kind: "not-a-budget-code" } });
});
