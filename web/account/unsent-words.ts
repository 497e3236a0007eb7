import { t } from "../i18n/language.ts";
import type { PersonHere } from "./people-here.ts";

/** What of a person's is on this tablet alone: "รอส่ง 3 · ร่าง 1"; empty where nothing is. */
export function unsentWords({ waiting, drafts }: Pick<PersonHere, "waiting" | "drafts">): string {
  const { sync, profile } = t();
  return [waiting > 0 && sync.waiting(waiting), drafts > 0 && profile.drafts(drafts)]
    .filter(Boolean)
    .join(" · ");
}
