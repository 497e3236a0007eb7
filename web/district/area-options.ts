import { type Area, type AreaCode, type AreaLevel, areaLevelOf } from "../../shared/area.ts";
import type { Assignment } from "../../shared/assignment.ts";
import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { ReportBody } from "../../shared/report.ts";
import { compareThai } from "../../shared/thai-collation.ts";
import type { ManyOption } from "../components/option-list.tsx";
import type { AreaRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { t } from "../i18n/language.ts";

/** Which areas of a district can be chosen, by the level the project is carried out at (R38). */
const CHOSEN_LEVELS: Record<AreaLevel, readonly AreaLevel[]> = {
  province: ["district"],
  district: ["district", "tambon"],
  tambon: ["tambon"],
  village: ["village", "tambon"],
};

/** The district of an assignment and everything in it. */
export async function readAreas(
  db: AppDb,
  unit: OrgUnitCode,
  { districtCode }: Assignment,
): Promise<AreaRow[]> {
  const within = await db.areas
    .where("[unit+parentCode]")
    .between([unit, districtCode], [unit, `${districtCode}\uffff`])
    .toArray();
  const [district] = await db.areas
    .where("[unit+parentCode]")
    .equals([unit, districtCode.slice(0, 2)])
    .filter(({ code }) => code === districtCode)
    .toArray();
  return district ? [district, ...within] : within;
}

/** Whether a project is carried out in villages, so that one may be missing from the list. */
export function choosesVillages(level: AreaLevel): boolean {
  return CHOSEN_LEVELS[level].includes("village");
}

/**
 * The areas to choose from, in Thai order; villages by tambon and number, as on every list. One
 * that the report added says so, until the province has confirmed it and its list has it.
 *
 * @param words those of the language in use, or of another that is wanted
 */
export function areaOptions(
  areas: readonly Area[],
  level: AreaLevel,
  newVillages: ReportBody["newVillages"],
  words = t(),
): ManyOption[] {
  const names = new Map(areas.map((area) => [area.code, areaName(area, words)]));
  const added = Object.entries(newVillages)
    .filter(([code]) => !names.has(code))
    .map(([code, name]): Area => {
      const village: Area = { code, level: "village", name, parentCode: code.slice(0, 6) };
      names.set(code, words.form.village.pending(areaName(village, words)));
      return village;
    });
  const order = (code: AreaCode) => names.get(code.slice(0, 6)) ?? "";
  return [...areas, ...added]
    .filter((area) => CHOSEN_LEVELS[level].includes(area.level))
    .sort((a, b) => compareThai(order(a.code), order(b.code)) || compareThai(a.code, b.code))
    .map(({ code, parentCode }) => ({
      value: code,
      label: names.get(code) ?? code,
      detail: (parentCode && names.get(parentCode)) ?? "",
    }));
}

/** "ต.วังใหม่", "บ้านคลองยาง หมู่ 3": with what tells it from others of its name. */
export function areaName({ code, name }: Pick<Area, "code" | "name">, words = t()): string {
  const { levels, villageNumber } = words.area;
  const level = areaLevelOf(code);
  if (level === "village") return villageNumber(name, Number(code.slice(6)));
  return levels[level](name);
}

/** What a record's area is called in a list; one without an area yet is a new one. */
export function areaNameOf(options: readonly ManyOption[], code: AreaCode | null): string {
  if (code === null) return t().area.newArea;
  return options.find(({ value }) => value === code)?.label ?? code;
}
