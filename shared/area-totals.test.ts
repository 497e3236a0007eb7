import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyArea } from "./area-record.ts";
import { areaTotals, equalShare, excessSatang } from "./area-totals.ts";
import { anAreaBody } from "./test-builders.ts";

describe("[R41] the cost is for one area", () => {
  const perTambon = { allotmentSatang: 300_000, plannedAreaCount: 3 };

  test("3,000 baht for 3 tambons are 1,000 in each", () => {
    expect(equalShare(perTambon, 3)).toBe(100_000);
  });

  test("3,000 typed three times exceeds the allotment by 6,000", () => {
    const records = ["270901", "270902", "270903"].map((areaCode) =>
      anAreaBody({ areaCode, costSatang: 300_000 }),
    );
    const { costSatang } = areaTotals(records);
    expect(excessSatang(costSatang, perTambon.allotmentSatang)).toBe(600_000);
  });

  test("the whole allotment and less is no excess", () => {
    expect(excessSatang(300_000, 300_000)).toBe(0);
    expect(excessSatang(0, 300_000)).toBe(0);
    expect(excessSatang(300_001, 300_000)).toBe(1);
  });

  test("more records than planned share by the records, and nothing planned by what there is", () => {
    expect(equalShare(perTambon, 4)).toBe(75_000);
    expect(equalShare({ ...perTambon, plannedAreaCount: 0 }, 2)).toBe(150_000);
    expect(equalShare({ ...perTambon, plannedAreaCount: 0 }, 0)).toBe(300_000);
  });

  test("equal shares never exceed the allotment, and leave less than a satang an area", () => {
    const whole = fc.integer({ min: 0, max: 1e15 });
    const areas = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(whole, areas, (allotmentSatang, plannedAreaCount) => {
        const shared =
          equalShare({ allotmentSatang, plannedAreaCount }, plannedAreaCount) * plannedAreaCount;
        expect(excessSatang(shared, allotmentSatang)).toBe(0);
        expect(allotmentSatang - shared).toBeLessThan(plannedAreaCount);
      }),
    );
  });
});

describe("[R38] many area records of one project", () => {
  test("an area counts once, people and money add up, what is not entered counts nothing", () => {
    const held = (areaCode: string, total: number) =>
      anAreaBody({ areaCode, participants: { men: null, women: null, total }, costSatang: 50_000 });
    const records = [held("270901", 28), held("270901", 2), held("270902", 30), emptyArea];
    expect(areaTotals(records)).toEqual({ areas: 2, people: 60, costSatang: 150_000 });
  });

  test("no records come to nothing", () => {
    expect(areaTotals([])).toEqual({ areas: 0, people: 0, costSatang: 0 });
  });
});
