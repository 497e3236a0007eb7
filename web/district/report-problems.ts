import type { Assignment } from "../../shared/assignment.ts";
import type { Attachment } from "../../shared/attachment.ts";
import type { ReportBody } from "../../shared/report.ts";
import { checkSubmission, type FieldProblem, LIMITS } from "../../shared/submission-rules.ts";
import { count } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { DraftForm } from "./draft-form.ts";

/**
 * What keeps a report from being sent: what cannot be read, then what breaks a rule (R6). One a
 * field, under the path the form shows it at.
 */
export function reportProblems(
  assignment: Assignment,
  { body, typed }: DraftForm<ReportBody>,
  attachments: readonly Attachment[],
): Map<string, FieldProblem["code"]> {
  const problems = new Map<string, FieldProblem["code"]>();
  const note = ({ path, code }: FieldProblem) => {
    const shownAt = shownPath(path);
    if (!problems.has(shownAt)) problems.set(shownAt, code);
  };
  for (const path of Object.keys(typed)) note({ path, code: "malformed" });
  const checked = checkSubmission("report", { body, attachments: [...attachments] }, assignment);
  if (!checked.ok) checked.error.forEach(note);
  return problems;
}

export function problemWords(path: string, code: FieldProblem["code"]): string {
  const { fields } = t();
  if (path.startsWith("activity.") && code === "malformed") return fields.date.incomplete;
  if (code === "malformed") {
    return path.startsWith("outputs.") ? fields.decimalsOnly(2) : fields.numbersOnly;
  }
  const limit = LIMIT_OF[path];
  if (code === "too-long" && limit) return fields.tooLong(count(limit.letters));
  if (code === "too-many" && limit) return fields.atMost(count(limit.entries));
  if (code === "out-of-range" && path.startsWith("outputs.")) {
    return fields.atMost(count(LIMITS.number));
  }
  return fields.problems[code];
}

/** R29: a message names its limit. Letters as people count them: of a text, a name, a caption. */
const LIMIT_OF: Record<string, { letters: number; entries: number }> = {
  successPoints: { letters: LIMITS.successPoints, entries: 1 },
  areaCodes: { letters: LIMITS.villageName, entries: LIMITS.areaCodes },
  attachments: { letters: LIMITS.caption, entries: LIMITS.attachments },
};

/** A rule may name a part that has no field of its own. */
function shownPath(path: string): string {
  if (path === "activity") return "activity.to";
  if (path.startsWith("newVillages.")) return "areaCodes";
  return path.startsWith("attachments.") ? "attachments" : path;
}

/** What a field is called, for the list of what keeps a report from being sent. */
export function fieldName(path: string, { outputs, project }: Assignment): string {
  const { form } = t();
  const output = outputs.find(({ id }) => path === `outputs.${id}`);
  if (output) return form.achieved(output.indicator);
  const step = project.steps.find(({ id }) => path === `steps.${id}`);
  if (step) return form.progressOf(step.name);
  const names: Record<string, string> = {
    successPoints: form.successPoints,
    areaCodes: form.areas,
    attachments: form.attachments,
    "activity.from": `${form.activity} ${form.from}`,
    "activity.to": `${form.activity} ${form.to}`,
  };
  return names[path] ?? path;
}
