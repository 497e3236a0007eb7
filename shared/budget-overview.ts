import { type BudgetSource, hasSpenderDrillDown, type Spender } from "./budget-source.ts";
import { percentOf, type Satang } from "./money.ts";
import type { BudgetFigure } from "./pull.ts";

export type BudgetRow = {
  source: BudgetSource | "B1+B2";
  budgetSatang: Satang;
  disbursedSatang: Satang;
  /** Of the sums, two decimals (R10). */
  percent: number;
};

type Figure = Pick<BudgetFigure, "budgetSource" | "spender" | "budgetSatang" | "disbursedSatang">;

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

/**
 * The overview of all spenders together, or of one of them: then only the rows that are broken
 * down by spender (R7). A source without figures is a row of zeros (R11).
 */
export function budgetOverview(
  figures: readonly Figure[],
  spender: Spender | "all" = "all",
): BudgetRow[] {
  const rows =
    spender === "all" ? ROWS : ROWS.filter(([, ...own]) => own.every(hasSpenderDrillDown));
  return rows.map(([source, ...sources]) => {
    const own = figures.filter(
      (figure) =>
        sources.includes(figure.budgetSource) && (spender === "all" || figure.spender === spender),
    );
    const budgetSatang = sum(own, "budgetSatang");
    const disbursedSatang = sum(own, "disbursedSatang");
    const percent = percentOf(disbursedSatang, budgetSatang);
    return { source, budgetSatang, disbursedSatang, percent };
  });
}

function sum(figures: readonly Figure[], amount: "budgetSatang" | "disbursedSatang"): Satang {
  return figures.reduce((total, figure) => total + figure[amount], 0);
}
