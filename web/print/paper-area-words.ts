import { areaWords } from "../area-words.ts";
import { t } from "../i18n/language.ts";
import type { PrintedReport } from "./printed-report.ts";

/** An area by its name; the district stands at the head of the paper, and is not said again. */
export function paperAreaWords(
  code: string,
  { assignment, areaNames }: Pick<PrintedReport, "assignment" | "areaNames">,
): string {
  if (code.slice(0, -2) !== assignment.districtCode) return areaWords(code, areaNames);
  return t().area.levels.tambon(areaNames.get(code) ?? code);
}
