import type { AreaCode } from "../../shared/area.ts";
import { searchKeys } from "../../shared/thai-search.ts";
import { arabicDigits } from "../../shared/thai-text.ts";
import type { ManyOption } from "../components/option-list.tsx";
import { th } from "../i18n/th.ts";
import { areaName } from "./area-options.ts";
import type { NewVillages } from "./villages-added.ts";

/**
 * The areas that a cell can mean: by code, or by name with or without "ต.", its หมู่ and what it
 * lies in. Names repeat: more than one answer is no answer.
 *
 * @param options as Thai calls them, which is how spreadsheets are written
 * @param villages those among the options that the district added itself
 */
export function findArea(
  options: readonly ManyOption[],
  cell: string,
  villages: NewVillages,
): AreaCode[] {
  const code = arabicDigits(cell);
  const wanted = searchKeys(cell).spelledOut;
  return options
    .filter(({ value, label, detail }) => {
      const added = villages[value];
      const bare = label.replace(/^(จ|อ|ต)\./, "").replace(/ หมู่ \d+$/, "");
      const names = [bare, label, `${label} ${detail}`, `${bare} ${detail}`];
      if (added !== undefined) names.push(added, areaName({ code: value, name: added }, th));
      return value === code || names.some((name) => searchKeys(name).spelledOut === wanted);
    })
    .map(({ value }) => value);
}
