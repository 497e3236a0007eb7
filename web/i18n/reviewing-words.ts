import { reviewing as en } from "./en/reviewing.ts";
import { inLanguage } from "./language.ts";
import { reviewing as th } from "./th/reviewing.ts";

/** Words of reviewing, which load with the province's screens. */
export function reviewingWords(): typeof th {
  return inLanguage({ th, en });
}
