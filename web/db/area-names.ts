import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { AppDb } from "./schema.ts";

/** Names by code of the areas asked for and of all that they lie in; those unknown are left out. */
export async function areaNamesOf(
  db: AppDb,
  unit: OrgUnitCode,
  codes: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = new Set<string>();
  for (const code of codes) {
    for (let length = code.length; length >= 2; length -= 2) wanted.add(code.slice(0, length));
  }
  const areas = await db.areas.bulkGet([...wanted].map((code): [string, string] => [unit, code]));
  return new Map(areas.flatMap((area) => (area ? [[area.code, area.name] as const] : [])));
}
