import * as z from "zod/mini";
import { FiscalYear } from "./fiscal-year.ts";
import { Satang } from "./money.ts";
import { OrgUnitCode } from "./org-unit.ts";
import { PartId, Project } from "./project.ts";
import { IsoDate } from "./scalars.ts";

/** ผลผลิต with its unit and targets; a project without a province target hides that figure (R26). */
export const OutputTarget = z.object({
  id: PartId,
  indicator: z.string(),
  unit: z.string(),
  provinceTarget: z.nullable(z.number().check(z.nonnegative())),
  districtTarget: z.nullable(z.number().check(z.nonnegative())),
});
export type OutputTarget = z.infer<typeof OutputTarget>;

/** มอบหมาย: one project given to one district for one fiscal year; it has exactly one report. */
export const Assignment = z.object({
  id: z.uuid(),
  fiscalYear: FiscalYear,
  districtCode: OrgUnitCode,
  /**
   * Id of the assignment's one report, chosen with the assignment, so that two tablets that start
   * the same report offline write to the same submission.
   */
  reportId: z.uuid(),
  project: Project,
  outputs: z.array(OutputTarget),
  allotmentSatang: Satang,
  plannedAreaCount: z.int().check(z.nonnegative()),
  dueOn: z.nullable(IsoDate),
  /** The centre's order, which is not code order (R25). */
  sortKey: z.int(),
  /** A closed assignment is read-only: its project or fiscal year is over. */
  open: z.boolean(),
});
export type Assignment = z.infer<typeof Assignment>;

/** What of an assignment decides whether a submission holds the rules. */
export type AssignmentRules = Pick<Assignment, "districtCode" | "outputs"> & {
  project: Pick<Project, "steps">;
};
