import { expect, test } from "vitest";
import { budgetRows } from "./budget-rows.ts";

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

test("[R6] eight rows in the official order", () => {
  expect(budgetRows([], "all").map(({ source }) => source)).toEqual([
    "B1",
    "B2",
    "B1+B2",
    "B3",
    "B4",
    "B5",
    "B6",
    "B7",
  ]);
});

test("[R9, R10] B1+B2 adds up, and its percent is of the sums", () => {
  const rows = budgetRows(figures, "all");
  expect(rows.map(({ percent }) => percent)).toEqual([0.02, 11.55, 8.37, 0, 0, 0, 0, 0]);
  expect(rows[2]).toMatchObject({ budgetSatang: 295_985_520_000, disbursedSatang: 24_788_410_527 });
});

test("[R7] one spender's figures only", () => {
  const [b1, b2] = budgetRows(figures, "centre");
  expect(b1?.budgetSatang).toBe(81_547_350_000);
  expect(b2?.budgetSatang).toBe(0);
});
