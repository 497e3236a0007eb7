import type { Area } from "../../shared/area.ts";
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

const DISTRICT_DIGITS = 4;
