import { rescue as english } from "./en/rescue.ts";
import { language } from "./language.ts";
import { rescue as thai } from "./th/rescue.ts";

/** Words of rescue files. Not in the dictionary: they load with the card that makes and takes them. */
export function rescueWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
