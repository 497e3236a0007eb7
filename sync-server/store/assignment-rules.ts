import type { Assignment, AssignmentRules } from "../../shared/assignment.ts";
import { must } from "../../shared/invariant.ts";
import { parseOutputs, parseSteps } from "../stored-json.ts";
import { lookUp } from "./each-row.ts";
import type { Db } from "./open.ts";
import type { AssignmentRow, Flag } from "./schema.ts";

/** What of an assignment decides a push: a third of its columns. */
export const RULES = [
  "assignments.id as assignment_id",
  "assignments.project_id",
  "assignments.district_code",
  "assignments.outputs",
  "assignments.open",
  "fiscal_years.open as year_open",
] as const;

export type RulesRow = Pick<AssignmentRow, "project_id" | "district_code" | "outputs" | "open"> & {
  assignment_id: string;
  year_open: Flag;
};

/**
 * The rules of assignments, by id.
 *
 * @param found those that came with something else; only the others are asked for
 */
export async function readAssignmentRules(
  tx: Db,
  ids: ReadonlySet<string>,
  found: readonly RulesRow[],
): Promise<(AssignmentRules & Pick<Assignment, "id" | "open">)[]> {
  const rows = new Map(found.map((row) => [row.assignment_id, row]));
  const missing = [...ids].filter((id) => !rows.has(id));
  for (const row of await readRules(tx, missing)) rows.set(row.assignment_id, row);
  const projectIds = new Set(Array.from(rows.values(), (row) => row.project_id));
  const projects = await readProjectSteps(tx, projectIds);
  const steps = new Map(projects.map((row) => [row.id, parseSteps(row.steps)]));
  return Array.from(rows.values(), (row) => ({
    id: row.assignment_id,
    districtCode: row.district_code,
    outputs: parseOutputs(row.outputs),
    project: { steps: must(steps.get(row.project_id), "an assignment has its project") },
    open: row.open === 1 && row.year_open === 1,
  }));
}

const readRules = lookUp((db, key) =>
  db
    .selectFrom("assignments")
    .innerJoin("fiscal_years", "fiscal_years.fiscal_year", "assignments.fiscal_year")
    .select(RULES)
    .where("assignments.id", "=", key),
);

const readProjectSteps = lookUp((db, key) =>
  db.selectFrom("projects").select(["id", "steps"]).where("id", "=", key),
);
