import { province as en } from "./en/province.ts";
import { inLanguage } from "./language.ts";
import { province as th } from "./th/province.ts";

/** The words of the province's screens, which an officer's tablet does not load. */
export function provinceWords(): typeof th {
  return inLanguage({ th, en });
}
