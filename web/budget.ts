import { provinceOf } from "../shared/org-unit.ts";
import type { BudgetFigure } from "../shared/pull.ts";
import type { Instant } from "../shared/scalars.ts";
import { useCurrentPerson } from "./current-person.ts";
import { budgetFiguresOf } from "./db/assignments.ts";
import type { AppDb } from "./db/schema.ts";
import { useFiscalYear } from "./fiscal-year.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";

export type BudgetView = {
  figures: BudgetFigure[];
  /** When the oldest of the figures was true. */
  asOf: Instant | undefined;
  /** Whose budget it is; undefined for the centre, or before the areas have come. */
  province: string | undefined;
};

const nothing: BudgetView = { figures: [], asOf: undefined, province: undefined };

/** The budget figures of the shown year, from this tablet: they open without signal (R6–R11). */
export function useBudget(): BudgetView {
  const { db } = useServices();
  const { orgUnitCode } = useCurrentPerson();
  const { fiscalYear } = useFiscalYear();
  return useLive(
    async () => {
      const figures = await budgetFiguresOf(db, orgUnitCode, fiscalYear);
      const asOf = figures.map((figure) => figure.asOf).sort()[0];
      return { figures, asOf, province: await provinceName(db, orgUnitCode) };
    },
    [db, orgUnitCode, fiscalYear],
    nothing,
  ).value;
}

async function provinceName(db: AppDb, unit: string): Promise<string | undefined> {
  const province = provinceOf(unit);
  return province === undefined ? undefined : (await db.areas.get([unit, province]))?.name;
}
