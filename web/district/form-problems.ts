import type { Assignment } from "../../shared/assignment.ts";
import type { Attachment } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import type { SubmissionKind } from "../../shared/submission.ts";
import { checkSubmission, type FieldProblem, LIMITS } from "../../shared/submission-rules.ts";
import { count } from "../i18n/format.ts";
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
    return path === "costSatang" ? area.costRule : fields.numbersOnly;
  }
  const limit = TEXT_LIMITS.get(path);
  return code === "too-long" && limit ? fields.tooLong(count(limit)) : fields.problems[code];
}

const { successPoints, venue, targetGroup, result, costReason } = LIMITS;
/** In graphemes, by path. */
const TEXT_LIMITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ successPoints, venue, targetGroup, result, costReason }),
);

/** A rule may name a part that has no field of its own. */
function shownPath(path: string): string {
  if (path === "activity") return "activity.to";
  return path.startsWith("attachments.") ? "attachments" : path;
}
