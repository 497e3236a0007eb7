import type { Assignment } from "../shared/assignment.ts";
import { isPhoto } from "../shared/attachment.ts";
import { areaCodesOf } from "../shared/history.ts";
import { areaWords, withNewVillages } from "./area-words.ts";
import { fieldLabel } from "./field-label.ts";
import { saidWords } from "./field-words.ts";
import { historyWords } from "./i18n/history-words.ts";
import { t } from "./i18n/language.ts";
import type { FieldChange } from "./version-entries.ts";

/** A change as people read it: the field, what it said, and what it says; "" for nothing. */
export type ChangeWords = { label: string; was: string; is: string };

type Named = {
  assignment: Assignment;
  /** Of the areas that either version names. */
  areaNames: ReadonlyMap<string, string>;
};

/** The changes between two versions, a line each; files that came or went share one. */
export function changeLines(changes: readonly FieldChange[], named: Named): ChangeWords[] {
  const lines = new Map<string, ChangeWords>();
  for (const change of changes) {
    if (isToldWithAreas(change)) continue;
    const words = changeWords(change, named);
    const [part] = change.path.split(".");
    const isOneSided = part === "attachments" && (words.was === "" || words.is === "");
    const key = isOneSided ? `${words.label} ${words.was === ""}` : change.path;
    const line = lines.get(key);
    lines.set(
      key,
      line ? { ...line, was: joined(line.was, words.was), is: joined(line.is, words.is) } : words,
    );
  }
  return [...lines.values()];
}

function joined(...texts: string[]): string {
  return texts.filter(Boolean).join(", ");
}

/** A village that the district added is told by the areas it came or went with. */
function isToldWithAreas({ path, before, after }: FieldChange): boolean {
  const [part, code = ""] = path.split(".");
  const isIn = ({ body }: FieldChange["before"]) => areaCodesOf(body).includes(code);
  return part === "newVillages" && isIn(before) !== isIn(after);
}

function changeWords(change: FieldChange, { assignment, areaNames }: Named): ChangeWords {
  const { path, before, after } = change;
  const [part, id] = path.split(".");
  const words = historyWords();
  if (path === "attachments") {
    return { label: t().form.attachments, was: "", is: words.reordered };
  }
  if (part === "areaCodes" || part === "areaCode") {
    const [were, are] = [areaCodesOf(before.body), areaCodesOf(after.body)];
    const names = withNewVillages(areaNames, before.body, after.body);
    const named = (codes: readonly string[]) =>
      joined(...codes.map((code) => areaWords(code, names)));
    return {
      label: fieldLabel(path, assignment),
      was: named(were.filter((code) => !are.includes(code))),
      is: named(are.filter((code) => !were.includes(code))),
    };
  }
  const said = { assignment, nameOf: (code: string) => areaWords(code, areaNames) };
  const file = [...after.attachments, ...before.attachments].find(({ sha256 }) => sha256 === id);
  const fileLabel = file && (isPhoto(file) ? words.photo : words.document);
  return {
    label: (part === "attachments" && fileLabel) || fieldLabel(path, assignment),
    was: saidWords(path, before, said),
    is: saidWords(path, after, said),
  };
}
