import {
  type BudgetSource,
  hasSpenderDrillDown,
  type Spender,
} from "../../../shared/budget-source.ts";
import type { FiscalYear } from "../../../shared/fiscal-year.ts";
import { SATANG_PER_BAHT } from "../../../shared/money.ts";
import type { BudgetFigure } from "../../../shared/pull.ts";
import type { Instant } from "../../../shared/scalars.ts";
import { source } from "./source.ts";

/** A lopsided year: the Budget Act came late, so project money has hardly moved. */
const DISBURSED: Record<BudgetSource, number> = {
  B1: 0.0313,
  B2: 0.4521,
  B3: 0.1204,
  B4: 0.4538,
  B5: 0.2116,
  B6: 0.0875,
  B7: 0,
};
const PLANNED = 0.98;
/** What the others spend for each baht of the province. */
const PER_PROVINCE_BAHT: Record<Spender, number> = { province: 1, centre: 0.4, studyCentre: 0.15 };
const SPENDERS: readonly Spender[] = ["centre", "province", "studyCentre"];
const SOURCES: readonly BudgetSource[] = ["B1", "B2", "B3", "B4", "B5", "B6", "B7"];

/** The overview of one fiscal year (R6–R11), from what the projects cost. */
export function demoBudget(fiscalYear: FiscalYear, asOf: Instant): BudgetFigure[] {
  return SOURCES.flatMap((budgetSource) => {
    const baht = source.projects
      .filter(({ group }) => group === budgetSource)
      .reduce((sum, project) => sum + project.budgetBaht, 0);
    const spenders = hasSpenderDrillDown(budgetSource) ? SPENDERS : (["province"] as const);
    return spenders.map((spender): BudgetFigure => {
      const budgetSatang = Math.round(baht * SATANG_PER_BAHT * PER_PROVINCE_BAHT[spender]);
      return {
        fiscalYear,
        budgetSource,
        spender,
        budgetSatang,
        plannedSatang: Math.round(budgetSatang * PLANNED),
        disbursedSatang: Math.round(budgetSatang * DISBURSED[budgetSource]),
        asOf,
      };
    });
  });
}
