import { history as en } from "./en/history.ts";
import { inLanguage } from "./language.ts";
import { history as th } from "./th/history.ts";

/** Words of a submission's history, which load with the screens that tell it. */
export function historyWords(): typeof th {
  return inLanguage({ th, en });
}
