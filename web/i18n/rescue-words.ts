import { rescue as en } from "./en/rescue.ts";
import { inLanguage } from "./language.ts";
import { rescue as th } from "./th/rescue.ts";

/** The words of rescue files, loaded with the card that makes and takes them. */
export function rescueWords(): typeof th {
  return inLanguage({ th, en });
}
