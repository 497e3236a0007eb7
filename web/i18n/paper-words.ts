import { paper as en } from "./en/paper.ts";
import { inLanguage } from "./language.ts";
import { paper as th } from "./th/paper.ts";

/** Words on paper, which load with the print view. */
export function paperWords(): typeof th {
  return inLanguage({ th, en });
}
