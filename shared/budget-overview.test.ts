import { expect, test } from "vitest";
import { budgetOverview } from "./budget-overview.ts";

/** The manual's own figures, in satang. */
const figures = [
  {
    budgetSource: "B1",
    spender: "centre",
    budgetSatang: 81_547_350_000,
    disbursedSatang: 12_996_400,
  },
  {
    budgetSource: "B2",
    spender: "province",
    budgetSatang: 214_438_170_000,
    disbursedSatang: 24_775_414_127,
  },
] as const;

test("[R6] eight rows in the official order, even with no figures at all", () => {
  const sources = budgetOverview([]).map(({ source }) => source);
  expect(sources).toEqual(["B1", "B2", "B1+B2", "B3", "B4", "B5", "B6", "B7"]);
});

test("[R9] B1+B2 is computed and adds up to the satang", () => {
  const both = budgetOverview(figures).find(({ source }) => source === "B1+B2");
  expect(both).toMatchObject({ budgetSatang: 295_985_520_000, disbursedSatang: 24_788_410_527 });
});

test("[R10] percentages are those of the sums, not an average", () => {
  const percents = budgetOverview(figures).map(({ percent }) => percent);
  expect(percents.slice(0, 3)).toEqual([0.02, 11.55, 8.37]);
});

test("[R11] a budget of zero is 0.00 and 0.00 percent", () => {
  for (const row of budgetOverview(figures).slice(3)) {
    expect(row).toMatchObject({ budgetSatang: 0, disbursedSatang: 0, percent: 0 });
  }
});

test("[R7] one spender: only the rows that are broken down, with its figures only", () => {
  const rows = budgetOverview(figures, "centre");
  expect(rows.map(({ source }) => source)).toEqual(["B1", "B2", "B1+B2", "B3"]);
  expect(rows.map(({ budgetSatang }) => budgetSatang)).toEqual([
    81_547_350_000, 0, 81_547_350_000, 0,
  ]);
});

test("several figures of one source and spender are summed", () => {
  const [b1] = budgetOverview([...figures, ...figures], "centre");
  expect(b1?.budgetSatang).toBe(2 * 81_547_350_000);
});
