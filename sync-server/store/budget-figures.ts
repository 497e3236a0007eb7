import type { BudgetFigure } from "../../shared/pull.ts";
import { appendChanges } from "./changes.ts";
import type { Db } from "./open.ts";

/** The overview is the same for everybody (R6): it belongs to the centre. */
const SCOPE = "";

/** Sets figures of the overview; one per fiscal year, source and spender. */
export async function putBudgetFigures(tx: Db, figures: readonly BudgetFigure[]): Promise<void> {
  for (const figure of figures) {
    const amounts = {
      budget_satang: figure.budgetSatang,
      planned_satang: figure.plannedSatang,
      disbursed_satang: figure.disbursedSatang,
      as_of: figure.asOf,
    };
    await tx
      .insertInto("budget_figures")
      .values({
        fiscal_year: figure.fiscalYear,
        budget_source: figure.budgetSource,
        spender: figure.spender,
        ...amounts,
      })
      .onConflict((conflict) =>
        conflict.columns(["fiscal_year", "budget_source", "spender"]).doUpdateSet(amounts),
      )
      .execute();
  }
  await appendChanges(
    tx,
    figures.map((figure) => ({
      scope: SCOPE,
      type: "budgetFigure",
      id: `${figure.fiscalYear}-${figure.budgetSource}-${figure.spender}`,
      removed: false,
    })),
  );
}
