import * as z from "zod/mini";

/** At which level a project is carried out (R38). */
export const AreaLevel = z.enum(["province", "district", "tambon", "village"]);
export type AreaLevel = z.infer<typeof AreaLevel>;

/** Administrative code: 2 digits province, 4 district, 6 tambon, 8 village (domain 4). */
export const AreaCode = z.string().check(z.regex(/^\d{2}(\d{2}){0,3}$/));
export type AreaCode = z.infer<typeof AreaCode>;

/** One administrative area. Names repeat across the country: show them with their parent. */
export const Area = z.object({
  code: AreaCode,
  level: AreaLevel,
  name: z.string(),
  parentCode: z.nullable(AreaCode),
});
export type Area = z.infer<typeof Area>;

export function areaLevelOf(code: AreaCode): AreaLevel {
  if (code.length === 2) return "province";
  if (code.length === 4) return "district";
  return code.length === 6 ? "tambon" : "village";
}
