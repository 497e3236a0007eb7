import type { Assignment } from "../../shared/assignment.ts";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import type { Project } from "../../shared/project.ts";
import { parseOutputs, parsePath, parseSteps } from "../stored-json.ts";
import { appendChanges, forgetTombstones, moveSubmissionChanges } from "./changes.ts";
import { insertRows } from "./insert-rows.ts";
import { advanceFeed, lockFeed } from "./installation.ts";
import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";

export async function addProjects(
  tx: Db,
  projects: readonly (Project & { fiscalYear: FiscalYear })[],
): Promise<void> {
  for (const project of projects) {
    await tx
      .insertInto("projects")
      .values({
        id: project.id,
        code: project.code,
        fiscal_year: project.fiscalYear,
        path: JSON.stringify(project.path),
        budget_source: project.budgetSource,
        area_level: project.areaLevel,
        needs_area_data: project.needsAreaData ? 1 : 0,
        steps: JSON.stringify(project.steps),
      })
      .execute();
  }
}

/**
 * Gives projects to districts; the projects must be there. Each assignment brings the row of its
 * report, so that the push which fills it in finds it beside those of the same office.
 */
export async function assign(tx: Db, assignments: readonly Assignment[]): Promise<void> {
  for (const assignment of assignments) {
    await tx
      .insertInto("assignments")
      .values({
        id: assignment.id,
        project_id: assignment.project.id,
        fiscal_year: assignment.fiscalYear,
        district_code: assignment.districtCode,
        report_id: assignment.reportId,
        outputs: JSON.stringify(assignment.outputs),
        allotment_satang: assignment.allotmentSatang,
        planned_area_count: assignment.plannedAreaCount,
        due_on: assignment.dueOn,
        sort_key: assignment.sortKey,
        open: assignment.open ? 1 : 0,
      })
      .execute();
  }
  const firstSeq = await appendChanges(
    tx,
    assignments.map(({ id, districtCode }) => ({
      scope: districtCode,
      type: "assignment",
      id,
      removed: false,
    })),
  );
  const columns = ["number", "id", "kind", "assignment_id", "version", "change_seq"] as const;
  const reports = assignments.map(({ id, reportId }, index) => ({
    number: firstSeq + index,
    id: reportId,
    kind: "report",
    assignment_id: id,
    version: 0,
    change_seq: 0,
  }));
  await insertRows(tx, "submissions", columns, reports);
}

/**
 * Moves an assignment, with all its submissions, to another district (D2): tombstones where it was,
 * then everything anew where it is, however old. Tombstones come first, so that whoever sees both
 * offices ends with the rows.
 */
export async function reassign(
  tx: Db,
  { assignmentId, districtCode }: { assignmentId: string; districtCode: string },
): Promise<void> {
  const { district_code: before } = await tx
    .selectFrom("assignments")
    .select("district_code")
    .where("id", "=", assignmentId)
    .executeTakeFirstOrThrow();
  if (before === districtCode) return;
  const submissions = await tx
    .selectFrom("submissions")
    .select(["number", "id"])
    .where("assignment_id", "=", assignmentId)
    .where("version", ">", 0)
    .execute();
  await tx
    .updateTable("assignments")
    .set({ district_code: districtCode })
    .where("id", "=", assignmentId)
    .execute();
  const gone = [
    { type: "assignment" as const, id: assignmentId },
    ...submissions.map(({ id }) => ({ type: "submission" as const, id })),
  ];
  await appendChanges(tx, [
    ...gone.map((thing) => ({ ...thing, scope: before, removed: true })),
    { scope: districtCode, type: "assignment", id: assignmentId, removed: false },
  ]);
  await forgetTombstones(tx, { scope: districtCode, ids: submissions.map(({ id }) => id) });
  const { head_seq } = await lockFeed(tx);
  await moveSubmissionChanges(
    tx,
    submissions.map((submission, index) => ({
      ...submission,
      scope: districtCode,
      seq: head_seq + 1 + index,
    })),
  );
  await advanceFeed(tx, head_seq + submissions.length);
}

/** Opens or closes an assignment; a closed one is read-only. */
export async function setAssignmentOpen(
  tx: Db,
  { assignmentId, open }: { assignmentId: string; open: boolean },
): Promise<void> {
  const { district_code } = await tx
    .updateTable("assignments")
    .set({ open: open ? 1 : 0 })
    .where("id", "=", assignmentId)
    .returning("district_code")
    .executeTakeFirstOrThrow();
  await appendChanges(tx, [
    { scope: district_code, type: "assignment", id: assignmentId, removed: false },
  ]);
}

/** Assignments by their ids; open only while their fiscal year is. */
export async function readAssignments(db: Db, ids: Iterable<string>): Promise<Assignment[]> {
  const rows = await db
    .selectFrom("assignments")
    .innerJoin("projects", "projects.id", "assignments.project_id")
    .innerJoin("fiscal_years", "fiscal_years.fiscal_year", "assignments.fiscal_year")
    .select([
      "assignments.id",
      "assignments.fiscal_year",
      "assignments.district_code",
      "assignments.report_id",
      "assignments.outputs",
      "assignments.allotment_satang",
      "assignments.planned_area_count",
      "assignments.due_on",
      "assignments.sort_key",
      "assignments.open",
      "fiscal_years.open as year_open",
      "projects.id as project_id",
      "projects.code",
      "projects.path",
      "projects.budget_source",
      "projects.area_level",
      "projects.needs_area_data",
      "projects.steps",
    ])
    .where("assignments.id", "in", anyOf(ids))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fiscalYear: row.fiscal_year,
    districtCode: row.district_code,
    reportId: row.report_id,
    project: {
      id: row.project_id,
      code: row.code,
      path: parsePath(row.path),
      budgetSource: row.budget_source,
      areaLevel: row.area_level,
      needsAreaData: row.needs_area_data === 1,
      steps: parseSteps(row.steps),
    },
    outputs: parseOutputs(row.outputs),
    allotmentSatang: row.allotment_satang,
    plannedAreaCount: row.planned_area_count,
    dueOn: row.due_on,
    sortKey: row.sort_key,
    open: row.open === 1 && row.year_open === 1,
  }));
}
