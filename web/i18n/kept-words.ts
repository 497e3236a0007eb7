import { kept as en } from "./en/kept.ts";
import { inLanguage } from "./language.ts";
import { kept as th } from "./th/kept.ts";

/** Words of deciding about held work. Not in the dictionary: they load with its screens. */
export function keptWords(): typeof th {
  return inLanguage({ th, en });
}
