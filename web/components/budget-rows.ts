import type { BudgetSource, Spender } from "../../shared/budget-source.ts";
import { percentOf } from "../../shared/money.ts";
import type { BudgetFigure } from "../../shared/pull.ts";

export type BudgetRow = {
  source: BudgetSource | "B1+B2";
  budgetSatang: number;
  disbursedSatang: number;
  /** Of the sums, two decimals (R10). */
  percent: number;
};

type Figures = readonly Pick<
  BudgetFigure,
  "budgetSource" | "spender" | "budgetSatang" | "disbursedSatang"
>[];

/** R6: the rows in their official order; the third is the sum of the first two (R9). */
const ROWS: readonly [BudgetRow["source"], ...BudgetSource[]][] = [
  ["B1", "B1"],
  ["B2", "B2"],
  ["B1+B2", "B1", "B2"],
  ["B3", "B3"],
  ["B4", "B4"],
  ["B5", "B5"],
  ["B6", "B6"],
  ["B7", "B7"],
];

/** The overview of one spender, or of all together. A source without figures is a row of zeros (R11). */
export function budgetRows(figures: Figures, spender: Spender | "all"): BudgetRow[] {
  return ROWS.map(([source, ...sources]) => {
    const own = figures.filter(
      (figure) =>
        sources.includes(figure.budgetSource) && (spender === "all" || figure.spender === spender),
    );
    const budgetSatang = own.reduce((sum, figure) => sum + figure.budgetSatang, 0);
    const disbursedSatang = own.reduce((sum, figure) => sum + figure.disbursedSatang, 0);
    return {
      source,
      budgetSatang,
      disbursedSatang,
      percent: percentOf(disbursedSatang, budgetSatang),
    };
  });
}
