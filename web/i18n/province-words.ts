import { province as english } from "./en/province.ts";
import { language } from "./language.ts";
import { province as thai } from "./th/province.ts";

/** Words of the province's screens. Not in the dictionary: an officer's tablet never loads them. */
export function provinceWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
