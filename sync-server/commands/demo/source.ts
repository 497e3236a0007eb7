import * as z from "zod/mini";
import { AreaLevel } from "../../../shared/area.ts";
import { BudgetSource } from "../../../shared/budget-source.ts";
import projects from "./projects.json" with { type: "json" };

const Named = z.object({ code: z.string(), nameTh: z.string() });

const Source = z.object({
  fiscalYearBE: z.int(),
  province: Named,
  districts: z.array(z.extend(Named, { tambons: z.array(Named) })),
  stepTemplates: z.record(
    z.string(),
    z.array(z.object({ seq: z.int(), nameTh: z.string(), weight: z.int() })),
  ),
  projects: z.array(
    z.object({
      code: z.string(),
      group: BudgetSource,
      nameTh: z.string(),
      indicatorTh: z.string(),
      unitTh: z.string(),
      targetPerArea: z.number(),
      areaKind: AreaLevel,
      areasPerDistrict: z.nullable(z.int()),
      costPerAreaBaht: z.int(),
      budgetBaht: z.int(),
      targetTotal: z.number(),
      stepTemplate: z.string(),
      /** "2", "1-3": the quarters of the fiscal year in which it runs. */
      quarters: z.string(),
    }),
  ),
});

export type DemoDistrict = z.infer<typeof Source>["districts"][number];
export type DemoProject = z.infer<typeof Source>["projects"][number];

export const source = Source.parse(projects);
