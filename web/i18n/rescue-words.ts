import { rescue as en } from "./en/rescue.ts";
import { inLanguage } from "./language.ts";
import { rescue as th } from "./th/rescue.ts";

/** The words about rescue files, which come with the outbox and the profile. */
export function rescueWords(): typeof th {
  return inLanguage({ th, en });
}
