import { kept as english } from "./en/kept.ts";
import { language } from "./language.ts";
import { kept as thai } from "./th/kept.ts";

/** Words of deciding about held work. Not in the dictionary: they load with its screens. */
export function keptWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
