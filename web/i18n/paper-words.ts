import { laterWords } from "./language.ts";
import { paper as th } from "./th/paper.ts";

/** Words on paper, which load with the print view. */
export function paperWords(): typeof th {
  return laterWords("paper", th);
}
