import { paper as english } from "./en/paper.ts";
import { language } from "./language.ts";
import { paper as thai } from "./th/paper.ts";

/** Words on paper. Not in the dictionary: they load with the print view. */
export function paperWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
