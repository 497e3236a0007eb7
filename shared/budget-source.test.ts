import { expect, test } from "vitest";
import { BudgetSource, hasSpenderDrillDown } from "./budget-source.ts";

test("[R7] B1, B2 and B3 are broken down by spender, B4 to B7 are not", () => {
  expect(BudgetSource.options.filter(hasSpenderDrillDown)).toEqual(["B1", "B2", "B3"]);
});
