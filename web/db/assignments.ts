import type { FiscalYear } from "../../shared/fiscal-year.ts";
import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { AssignmentRow, BudgetFigureRow, FiscalYearRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

// Whole lists, read once and held in a signal: searching and filtering 2,000 rows in memory takes
// less than asking the database again (R19, R21, R25).

/**
 * A unit's assignments of one fiscal year, in the centre's order (R25). By primary key, for Dexie
 * notes every row that a live query finds by another index, and that takes longer than reading
 * the rows of the years before.
 */
export async function assignmentsOf(
  db: AppDb,
  unit: OrgUnitCode,
  fiscalYear: FiscalYear,
): Promise<AssignmentRow[]> {
  const rows = await db.assignments.where("[unit+id]").between([unit], [unit, []]).toArray();
  return rows.filter((row) => row.fiscalYear === fiscalYear).sort((a, b) => a.sortKey - b.sortKey);
}

export function assignmentById(
  db: AppDb,
  unit: OrgUnitCode,
  id: string,
): Promise<AssignmentRow | undefined> {
  return db.assignments.get([unit, id]);
}

export function budgetFiguresOf(
  db: AppDb,
  unit: OrgUnitCode,
  fiscalYear: FiscalYear,
): Promise<BudgetFigureRow[]> {
  return db.budgetFigures.where("[unit+fiscalYear]").equals([unit, fiscalYear]).toArray();
}

/** The years there are, the newest first. */
export async function fiscalYearsOf(db: AppDb, unit: OrgUnitCode): Promise<FiscalYearRow[]> {
  const rows = await db.fiscalYears
    .where("[unit+id]")
    .between([unit, ""], [unit, "\uffff"])
    .toArray();
  return rows.sort((a, b) => b.fiscalYear - a.fiscalYear);
}
