import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bangkokDate,
  codeYearOf,
  FiscalYear,
  fiscalQuarterOf,
  fiscalYearOf,
  fiscalYearSpan,
} from "./fiscal-year.ts";

describe("[R3] the fiscal year of an instant is that of the date in Bangkok (domain 2.4)", () => {
  test.each([
    ["2023-09-30T16:59:59Z", "2023-09-30", 2566, 4],
    ["2023-09-30T17:00:00Z", "2023-10-01", 2567, 1],
    ["2024-09-30T16:59:59Z", "2024-09-30", 2567, 4],
    ["2024-09-30T17:00:00Z", "2024-10-01", 2568, 1],
    ["2023-12-31T17:00:00Z", "2024-01-01", 2567, 2],
  ])("%s is %s in Bangkok: %i, quarter %i", (instant, date, year, quarter) => {
    expect(bangkokDate(new Date(instant))).toBe(date);
    expect(fiscalYearOf(date)).toBe(year);
    expect(fiscalQuarterOf(date)).toBe(quarter);
  });
});

test("quarters begin with October, January, April and July", () => {
  const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));
  expect(months.map((month) => fiscalQuarterOf(`2024-${month}-15`))).toEqual([
    2, 2, 2, 3, 3, 3, 4, 4, 4, 1, 1, 1,
  ]);
});

test("fiscal year 2567 is 1 October 2023 to 30 September 2024", () => {
  expect(fiscalYearSpan(2567)).toEqual({ from: "2023-10-01", to: "2024-09-30" });
});

test("[R4] codes of fiscal year 2567 carry 2024", () => {
  expect(codeYearOf(2567)).toBe(2024);
});

test("a date lies in the span of its fiscal year and of no other", () => {
  const day = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2090-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.integer({ min: -2, max: 2 }), (at, other) => {
      const date = bangkokDate(at);
      const span = fiscalYearSpan(fiscalYearOf(date) + other);
      expect(span.from <= date && date <= span.to).toBe(other === 0);
    }),
  );
});

test("a Christian year is no fiscal year", () => {
  expect(FiscalYear.safeParse(2024).success).toBe(false);
  expect(FiscalYear.safeParse(2567).success).toBe(true);
});
