import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSatang, parseCost, percentOf, Satang } from "./money.ts";

describe("the budget overview of the manual", () => {
  const B1 = { budget: 81_547_350_000, result: 12_996_400 };
  const B2 = { budget: 214_438_170_000, result: 24_775_414_127 };

  test("[R9] B1 + B2 adds up to the satang", () => {
    expect(formatSatang(B1.budget + B2.budget)).toBe("2,959,855,200.00");
    expect(formatSatang(B1.result + B2.result)).toBe("247,884,105.27");
  });

  test("[R10] ร้อยละ is of the sums, with two decimals", () => {
    expect(percentOf(B1.result, B1.budget)).toBe(0.02);
    expect(percentOf(B2.result, B2.budget)).toBe(11.55);
    expect(percentOf(B1.result + B2.result, B1.budget + B2.budget)).toBe(8.37);
  });

  test("[R11] a budget of zero is 0.00 and ร้อยละ 0, whatever was spent", () => {
    expect(formatSatang(0)).toBe("0.00");
    expect(percentOf(0, 0)).toBe(0);
    expect(percentOf(500, 0)).toBe(0);
  });
});

test("[R10] a half rounds up, also where the quotient has no exact binary form", () => {
  expect(percentOf(201, 20_000)).toBe(1.01); // 1.005 %
  expect(percentOf(57, 800)).toBe(7.13); // 7.125 %
  expect(percentOf(100, 100)).toBe(100);
});

test.each([
  [81_547_350_000, "815,473,500.00"],
  [24_775_414_127, "247,754,141.27"],
  [5, "0.05"],
  [100_000, "1,000.00"],
  [99_999, "999.99"],
  [1e15, "10,000,000,000,000.00"],
])("[R8] %i satang is shown as %s", (satang, shown) => {
  expect(formatSatang(satang)).toBe(shown);
});

describe("[R40] a cost is typed in Arabic digits and without commas", () => {
  test.each([
    ["1000", 100_000],
    ["1000.50", 100_050],
    ["1000.5", 100_050],
    ["0", 0],
    ["0.07", 7],
    ["1.10", 110],
    [" 1000 ", 100_000],
    ["9999999999999.99", 999_999_999_999_999],
  ])("accepts %j", (typed, satang) => {
    expect(parseCost(typed)).toEqual({ ok: true, value: satang });
  });

  test.each([
    ["1,000", "1000"],
    ["1,234,567.50", "1234567.50"],
    ["๑๐๐๐", "1000"],
    ["๑,๐๐๐.๕๐", "1000.50"],
    ["1000 บาท", "1000"],
    ["1,000.- บาท", "1000"],
    ["๑,๐๐๐ บาทถ้วน", "1000"],
    ["1000.-", "1000"],
    ["1000.", "1000"],
    ["฿1000", "1000"],
    ["1 000", "1000"],
    ["1\u00A0000", "1000"],
    ["10\u200B00", "1000"],
    ["\uFEFF1000\u200B", "1000"],
  ])("refuses %j and offers %j", (typed, fix) => {
    expect(parseCost(typed)).toEqual({ ok: false, error: { kind: "not-arabic-digits", fix } });
  });

  test.each([
    "-1",
    "+1",
    "1e3",
    "0x10",
    "1.005",
    "1,5",
    "10,00,000",
    "12 5",
    "1.000,50",
    "..",
    "บาท",
    "พันบาท",
    "1000 หรือ 2000",
    "10\u000000",
    "99999999999999",
    "1".repeat(400),
    "Infinity",
    "NaN",
    "\uFF11\uFF10\uFF10\uFF10",
  ])("refuses %j and has nothing sensible to offer", (typed) => {
    expect(parseCost(typed)).toEqual({ ok: false, error: { kind: "not-arabic-digits" } });
  });

  test.each(["", "  ", "\u00A0"])("%j is empty, not wrong", (typed) => {
    expect(parseCost(typed)).toEqual({ ok: false, error: { kind: "empty" } });
  });

  test("every amount reads back as it was typed, to the satang", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (satang) => {
        const typed = formatSatang(satang).replaceAll(",", "");
        expect(parseCost(typed)).toEqual({ ok: true, value: satang });
      }),
    );
  });

  test("whatever is typed, an accepted or offered amount is one that can be stored", () => {
    const almostAmount = fc
      .array(fc.constantFrom(..."0123456789๐๑๙,. -+eบาท฿\u200B"), { maxLength: 18 })
      .map((chars) => chars.join(""));
    fc.assert(
      fc.property(almostAmount, (typed) => {
        const parsed = parseCost(typed);
        if (parsed.ok) expect(Satang.safeParse(parsed.value).success).toBe(true);
        else if (parsed.error.kind === "not-arabic-digits" && parsed.error.fix !== undefined)
          expect(parseCost(parsed.error.fix).ok).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
