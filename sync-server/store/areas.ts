import { type Area, areaLevelOf, type VillageCode } from "../../shared/area.ts";
import { appendChanges } from "./changes.ts";
import { insertRows } from "./insert-rows.ts";
import type { Db } from "./open.ts";

/** Adds areas, or renames those that are there. An area belongs to its district, or above. */
export async function putAreas(tx: Db, areas: readonly Area[]): Promise<void> {
  const rows = areas.map(({ parentCode, ...area }) => ({ ...area, parent_code: parentCode }));
  await insertRows(
    tx,
    "areas",
    ["code", "level", "name", "parent_code"],
    rows,
    "on conflict (code) do update set name = excluded.name",
  );
  await appendChanges(
    tx,
    areas.map(({ code }) => ({
      scope: code.slice(0, DISTRICT_DIGITS),
      type: "area",
      id: code,
      removed: false,
    })),
  );
}

/**
 * Adds a village to its tambon. One that is there keeps its name: two reports may have added it.
 *
 * @returns the village as it is now, or undefined where there is no such tambon
 */
export async function confirmVillage(
  db: Db,
  { code, name }: { code: VillageCode; name: string },
): Promise<Area | undefined> {
  return db.transaction().execute(async (tx) => {
    const known = await findArea(tx, code);
    if (known) return known;
    const parentCode = code.slice(0, -VILLAGE_DIGITS);
    if (!(await findArea(tx, parentCode))) return undefined;
    const village: Area = { code, level: areaLevelOf(code), name, parentCode };
    await putAreas(tx, [village]);
    return village;
  });
}

async function findArea(db: Db, code: string): Promise<Area | undefined> {
  const row = await db.selectFrom("areas").selectAll().where("code", "=", code).executeTakeFirst();
  if (!row) return undefined;
  const { parent_code: parentCode, ...area } = row;
  return { ...area, parentCode };
}

const DISTRICT_DIGITS = 4;
const VILLAGE_DIGITS = 2;
