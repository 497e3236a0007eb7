import type { AreaCode } from "../../shared/area.ts";
import { searchKeys } from "../../shared/thai-search.ts";
import { arabicDigits } from "../../shared/thai-text.ts";
import type { ManyOption } from "../components/several-of-many.tsx";

/**
 * The areas that a cell can mean: by code, or by name with or without "ต.", its หมู่ and what it
 * lies in. Names repeat: more than one answer is no answer.
 */
export function findArea(options: readonly ManyOption[], cell: string): AreaCode[] {
  const code = arabicDigits(cell);
  const wanted = searchKeys(cell).spelledOut;
  return options
    .filter(({ value, label, detail }) => {
      const bare = label.replace(/^(จ|อ|ต)\./, "").replace(/ หมู่ \d+$/, "");
      const names = [bare, label, `${label} ${detail}`, `${bare} ${detail}`];
      return value === code || names.some((name) => searchKeys(name).spelledOut === wanted);
    })
    .map(({ value }) => value);
}
