import { province as english } from "./en/province.ts";
import { language } from "./language.ts";
import { province as thai } from "./th/province.ts";

/** Words of the province's screens, which an officer never opens. Not in the dictionary: they load with those. */
export function provinceWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
