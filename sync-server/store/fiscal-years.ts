import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { appendChanges } from "./changes.ts";
import type { Db } from "./open.ts";

/** Everybody sees the fiscal years: they belong to the centre. */
const SCOPE = "";

/** Adds fiscal years, or opens and closes those that are there. */
export async function putFiscalYears(
  tx: Db,
  years: readonly { fiscalYear: FiscalYear; open: boolean }[],
): Promise<void> {
  for (const { fiscalYear, open } of years) {
    const row = { fiscal_year: fiscalYear, open: open ? 1 : 0 } as const;
    await tx
      .insertInto("fiscal_years")
      .values(row)
      .onConflict((conflict) => conflict.column("fiscal_year").doUpdateSet({ open: row.open }))
      .execute();
  }
  await appendChanges(
    tx,
    years.map(({ fiscalYear }) => ({
      scope: SCOPE,
      type: "fiscalYear",
      id: String(fiscalYear),
      removed: false,
    })),
  );
}
