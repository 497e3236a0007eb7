import { areaLevelOf } from "../shared/area.ts";
import type { SubmissionBody } from "../shared/submission.ts";
import { t } from "./i18n/language.ts";

/** Names of areas: as the lists have them; villages on none yet as the district calls them. */
export function withNewVillages(
  areaNames: ReadonlyMap<string, string>,
  ...bodies: readonly SubmissionBody[]
): Map<string, string> {
  return new Map([
    ...bodies.flatMap((body) => Object.entries(body?.newVillages ?? {})),
    ...areaNames,
  ]);
}

/** An area with its level, and with its parent where names repeat: "ต.สระแก้ว อ.เมืองสระแก้ว". */
export function areaWords(code: string, areaNames: ReadonlyMap<string, string>): string {
  const { levels } = t().area;
  const named = (part: string) => levels[areaLevelOf(part)](areaNames.get(part) ?? part);
  const parent = code.slice(0, -2);
  return code.length > 4 ? `${named(code)} ${named(parent)}` : named(code);
}
