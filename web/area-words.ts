import { areaLevelOf } from "../shared/area.ts";
import { t } from "./i18n/language.ts";

/** An area with its level, and with its parent where names repeat: "ต.สระแก้ว อ.เมืองสระแก้ว". */
export function areaWords(code: string, areaNames: ReadonlyMap<string, string>): string {
  const { levels } = t().area;
  const named = (part: string) => levels[areaLevelOf(part)](areaNames.get(part) ?? part);
  const parent = code.slice(0, -2);
  return code.length > 4 ? `${named(code)} ${named(parent)}` : named(code);
}
