import * as z from "zod/mini";

/** At which level a project is carried out (R38). */
export const AreaLevel = z.enum(["province", "district", "tambon", "village"]);
export type AreaLevel = z.infer<typeof AreaLevel>;

/** Administrative code: 2 digits province, 4 district, 6 tambon, 8 village (domain 4). */
export const AreaCode = z.string().check(z.regex(/^\d{2}(\d{2}){0,3}$/));
export type AreaCode = z.infer<typeof AreaCode>;

/** หมู่บ้าน: the code of its tambon and its number, หมู่ที่ 1 to 99. It is a village's identity. */
export const VillageCode = z.string().check(z.regex(/^\d{6}(?!00)\d{2}$/));
export type VillageCode = z.infer<typeof VillageCode>;

/** `PUT /api/areas/{code}`: the province confirms a village that a district added. */
export const VillageName = z.object({ name: z.string().check(z.maxLength(1000)) });
export type VillageName = z.infer<typeof VillageName>;

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
