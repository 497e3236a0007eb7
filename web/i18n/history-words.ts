import { history as english } from "./en/history.ts";
import { language } from "./language.ts";
import { history as thai } from "./th/history.ts";

/** Words of a submission's history. Not in the dictionary: they load with the screens that tell it. */
export function historyWords(): typeof thai {
  return language.value === "en" ? english : thai;
}
