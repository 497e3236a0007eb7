import type { Assignment } from "../../shared/assignment.ts";
import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import type { SubmissionKind } from "../../shared/submission.ts";
import { checkSubmission, type FieldProblem, LIMITS } from "../../shared/submission-rules.ts";
import { baht, count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { DraftForm } from "./draft-form.ts";

/** What keeps a form from being sent, by the path of the field that shows it. */
export type FormProblems = ReadonlyMap<string, FieldProblem["code"]>;

/**
 * What keeps a form from being sent: what cannot be read, then what breaks a rule (R6). One a
 * field, under the path the form shows it at.
 */
export function formProblems<B extends Json>(
  kind: SubmissionKind,
  assignment: Assignment,
  { body, typed }: DraftForm<B>,
  attachments: readonly Attachment[],
): FormProblems {
  const problems = new Map<string, FieldProblem["code"]>();
  const note = ({ path, code }: FieldProblem) => {
    const shownAt = shownPath(path);
    if (!problems.has(shownAt)) problems.set(shownAt, code);
  };
  for (const path of Object.keys(typed)) note({ path, code: "malformed" });
  const checked = checkSubmission(kind, { body, attachments: [...attachments] }, assignment);
  if (!checked.ok) checked.error.forEach(note);
  return problems;
}

export function problemWords(path: string, code: FieldProblem["code"]): string {
  const { fields, area } = t();
  if (code === "malformed") {
    if (path.startsWith("activity.") || path === "heldOn") return fields.date.incomplete;
    if (path === "costSatang") return area.costRule;
    return path.startsWith("outputs.") ? fields.decimalsOnly(2) : fields.numbersOnly;
  }
  const limit = LIMIT_OF[path];
  if (code === "too-long" && limit) return fields.tooLong(count(limit.letters));
  if (code === "too-many" && limit) return fields.atMost(count(limit.entries));
  if (code === "out-of-range") {
    if (path === "costSatang") return fields.atMost(baht(LIMITS.costSatang));
    if (!path.startsWith("steps.")) return fields.atMost(count(LIMITS.number));
  }
  return fields.problems[code];
}

const letters = (limit: number) => ({ letters: limit, entries: 1 });

/** R29: a message names its limit. Letters as people count them: of a text, a name, a caption. */
const LIMIT_OF: Record<string, { letters: number; entries: number }> = {
  successPoints: letters(LIMITS.successPoints),
  venue: letters(LIMITS.venue),
  targetGroup: letters(LIMITS.targetGroup),
  result: letters(LIMITS.result),
  costReason: letters(LIMITS.costReason),
  areaCodes: { letters: LIMITS.villageName, entries: LIMITS.areaCodes },
  attachments: { letters: LIMITS.caption, entries: LIMITS.attachments },
};

/** A rule may name a part that has no field of its own. */
function shownPath(path: string): string {
  if (path === "activity") return "activity.to";
  if (path.startsWith("newVillages.")) return "areaCodes";
  return path.startsWith("attachments.") ? "attachments" : path;
}
