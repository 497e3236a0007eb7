import { laterWords } from "./language.ts";
import { history as th } from "./th/history.ts";

/** Words of a submission's history, which load with the screens that tell it. */
export function historyWords(): typeof th {
  return laterWords("history", th);
}
