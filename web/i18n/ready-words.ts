import { laterWords } from "./language.ts";
import { ready as th } from "./th/ready.ts";

/** The words of the check before a day in the field, which come with it and not with the app. */
export function readyWords(): typeof th {
  return laterWords("ready", th);
}
