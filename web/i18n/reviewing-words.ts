import { reviewing as english } from "./en/reviewing.ts";
import { language } from "./language.ts";
import { reviewing as thai } from "./th/reviewing.ts";

/** Words of reviewing. Not in the dictionary: they load with the province's screens. */
export function reviewingWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
