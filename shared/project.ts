import * as z from "zod/mini";
import { AreaLevel } from "./area.ts";
import { BudgetCode } from "./budget-code.ts";
import { BudgetSource } from "./budget-source.ts";

/**
 * Key of an output or a step inside a project: short, stable, never shown. Entries are kept in
 * plain records under it, so it is never a name that every object has from birth.
 */
export const PartId = z.string().check(z.regex(/^(?!constructor$)[a-z0-9-]{1,40}$/));
export type PartId = z.infer<typeof PartId>;

/** ขั้นตอนการดำเนินงาน: ordered, weighted; the weights of a project sum to 100 (R27). */
export const ProcedureStep = z.object({
  id: PartId,
  name: z.string(),
  weight: z.int().check(z.gte(0), z.lte(100)),
});
export type ProcedureStep = z.infer<typeof ProcedureStep>;

/** One level of the numbered hierarchy a project stands in (R23): "1.1.2" + its name. */
export const ProjectLevel = z.object({ number: z.string(), name: z.string() });
export type ProjectLevel = z.infer<typeof ProjectLevel>;

/** โครงการ: the unit of assignment. */
export const Project = z.object({
  id: z.uuid(),
  code: BudgetCode,
  /** From the project group down to the project itself, which is the last entry. Never parsed from text. */
  path: z.array(ProjectLevel).check(z.minLength(1)),
  budgetSource: BudgetSource,
  areaLevel: AreaLevel,
  needsAreaData: z.boolean(),
  steps: z.array(ProcedureStep),
});
export type Project = z.infer<typeof Project>;
