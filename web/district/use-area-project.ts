import type { Assignment } from "../../shared/assignment.ts";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import { useCurrentPerson } from "../current-person.ts";
import { assignmentById, fiscalYearsOf } from "../db/assignments.ts";
import { draftsOf } from "../db/drafts.ts";
import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { currentFiscalYear, yearToShow } from "../fiscal-year.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";

export type AreaProject = { assignment: Assignment; yearIsOpen: boolean };

/** The assignment that area records are about; null until it is read, undefined where there is none. */
export function useAreaProject(assignmentId: string): AreaProject | undefined | null {
  const { db, now } = useServices();
  const person = useCurrentPerson();
  const current = currentFiscalYear(now());
  return useLive<AreaProject | undefined | null>(
    () => readProject(db, person, { assignmentId, current }),
    [db, person, assignmentId, current],
    null,
  ).value;
}

/** One that was taken away while its drafts were written is still there (O9). */
async function readProject(
  db: AppDb,
  { id, orgUnitCode }: PersonRow,
  { assignmentId, current }: { assignmentId: string; current: FiscalYear },
): Promise<AreaProject | undefined> {
  const mirrored = await assignmentById(db, orgUnitCode, assignmentId);
  const own = await draftsOf(db, id);
  const draft = own.find((one) => one.assignmentId === assignmentId);
  const assignment = mirrored ?? draft?.assignment;
  if (!assignment) return undefined;
  const years = await fiscalYearsOf(db, orgUnitCode);
  const { open } = yearToShow(assignment.fiscalYear, current, years);
  return { assignment, yearIsOpen: open };
}
