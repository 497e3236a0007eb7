import type { Assignment } from "../../shared/assignment.ts";
import { useCurrentPerson } from "../current-person.ts";
import { assignmentById, fiscalYearsOf } from "../db/assignments.ts";
import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";

export type AreaProject = { assignment: Assignment; yearIsOpen: boolean };

/** The assignment that area records are about; null until it is read, undefined where there is none. */
export function useAreaProject(assignmentId: string): AreaProject | undefined | null {
  const { db } = useServices();
  const person = useCurrentPerson();
  return useLive<AreaProject | undefined | null>(
    () => readProject(db, person, assignmentId),
    [db, person, assignmentId],
    null,
  ).value;
}

/** One that was taken away while its drafts were written is still there (O9). */
async function readProject(
  db: AppDb,
  { id, orgUnitCode }: PersonRow,
  assignmentId: string,
): Promise<AreaProject | undefined> {
  const mirrored = await assignmentById(db, orgUnitCode, assignmentId);
  const drafts = await db.drafts.where("assignmentId").equals(assignmentId).toArray();
  const assignment = mirrored ?? drafts.find(({ authorId }) => authorId === id)?.assignment;
  if (!assignment) return undefined;
  const years = await fiscalYearsOf(db, orgUnitCode);
  const year = years.find(({ fiscalYear }) => fiscalYear === assignment.fiscalYear);
  return { assignment, yearIsOpen: year?.open ?? true };
}
