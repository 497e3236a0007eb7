import { laterWords } from "./language.ts";
import { rescue as th } from "./th/rescue.ts";

/** The words about rescue files, which come with the outbox and the profile. */
export function rescueWords(): typeof th {
  return laterWords("rescue", th);
}
