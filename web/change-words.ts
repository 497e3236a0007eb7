import type { Assignment } from "../shared/assignment.ts";
import { isPhoto } from "../shared/attachment.ts";
import { areaCodesOf } from "../shared/history.ts";
import { areaWords } from "./area-words.ts";
import { fieldLabel } from "./field-label.ts";
import { saidWords } from "./field-words.ts";
import { historyWords } from "./i18n/history-words.ts";
import { t } from "./i18n/language.ts";
import type { FieldChange } from "./version-entries.ts";

/** A change as people read it: the field, what it said, and what it says; "" for nothing. */
export type ChangeWords = { label: string; was: string; is: string };

/** @param areaNames of the areas that either version names */
export function changeWords(
  { path, before, after }: FieldChange,
  { assignment, areaNames }: { assignment: Assignment; areaNames: ReadonlyMap<string, string> },
): ChangeWords {
  const [part, id] = path.split(".");
  if (path === "attachments") {
    return { label: t().form.attachments, was: "", is: historyWords().reordered };
  }
  if (path === "areaCodes" || path === "areaCode") {
    const [were, are] = [areaCodesOf(before.body), areaCodesOf(after.body)];
    const names = (codes: readonly string[]) =>
      codes.map((code) => areaWords(code, areaNames)).join(", ");
    return {
      label: fieldLabel(path, assignment),
      was: names(were.filter((code) => !are.includes(code))),
      is: names(are.filter((code) => !were.includes(code))),
    };
  }
  const file = [...after.attachments, ...before.attachments].find(({ sha256 }) => sha256 === id);
  const words = historyWords();
  return {
    label:
      part === "attachments" && file
        ? isPhoto(file)
          ? words.photo
          : words.document
        : fieldLabel(path, assignment),
    was: saidWords(path, before, assignment),
    is: saidWords(path, after, assignment),
  };
}
