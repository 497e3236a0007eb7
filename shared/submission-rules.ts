import type { AreaCode } from "./area.ts";
import { AreaDraft } from "./area-record.ts";
import type { AssignmentRules } from "./assignment.ts";
import type { Attachment } from "./attachment.ts";
import { type ReportBody, ReportBody as ReportBodySchema } from "./report.ts";
import { err, ok, type Result } from "./result.ts";
import type { SubmissionBody, SubmissionContent, SubmissionKind } from "./submission.ts";
import { graphemeCount, normaliseThai } from "./thai-text.ts";

/** Limits of what a person can enter; texts in graphemes. The interface states them in its messages. */
export const LIMITS = {
  successPoints: 4000,
  venue: 300,
  targetGroup: 300,
  result: 4000,
  costReason: 500,
  number: 1_000_000_000,
  costSatang: 100_000_000_000,
  areaCodes: 500,
  villageName: 100,
  caption: 500,
  attachments: 200,
} as const;

export type FieldProblem = {
  /** Path of the field, its parts joined by dots: "steps.s2", "participants.total". */
  path: string;
  code:
    | "malformed"
    | "required"
    | "too-long"
    | "too-many"
    | "not-a-number"
    | "out-of-range"
    | "unknown"
    | "reversed"
    | "does-not-add-up"
    | "duplicate"
    | "not-removable";
};

/**
 * The rules a submission must hold (sync law R6): the form shows them early, the outbox requires
 * them, the server trusts only its own run. Bodies may come from anywhere: `unknown` is parsed here.
 *
 * @returns the content in its stored form (texts normalised, sets sorted), or every failing field
 */
export function checkSubmission(
  kind: SubmissionKind,
  content: { body: unknown; attachments: Attachment[] },
  assignment: AssignmentRules,
): Result<SubmissionContent, FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const body =
    kind === "report"
      ? report(content.body, assignment, problems)
      : area(content.body, assignment, problems);
  checkAttachments(content.attachments, problems);
  if (problems.length > 0 || body === undefined) return err(problems);
  return ok({ body, attachments: content.attachments.map(normaliseAttachment) });
}

function report(
  raw: unknown,
  assignment: AssignmentRules,
  problems: FieldProblem[],
): ReportBody | undefined {
  if (raw === null) {
    problems.push({ path: "", code: "not-removable" });
    return undefined;
  }
  const parsed = ReportBodySchema.safeParse(raw);
  if (!parsed.success) {
    problems.push(...malformed(parsed.error.issues));
    return undefined;
  }
  const body = parsed.data;
  const outputIds = new Set(assignment.outputs.map((output) => output.id));
  for (const [id, actual] of Object.entries(body.outputs)) {
    if (!outputIds.has(id)) problems.push({ path: `outputs.${id}`, code: "unknown" });
    checkCount(`outputs.${id}`, actual, LIMITS.number, problems, 2);
  }
  for (const id of outputIds) {
    if (!Object.hasOwn(body.outputs, id))
      problems.push({ path: `outputs.${id}`, code: "required" });
  }
  const stepIds = new Set(assignment.project.steps.map((step) => step.id));
  for (const [id, percent] of Object.entries(body.steps)) {
    if (!stepIds.has(id)) problems.push({ path: `steps.${id}`, code: "unknown" });
    checkCount(`steps.${id}`, percent, 100, problems);
  }
  const successPoints = text("successPoints", body.successPoints, LIMITS.successPoints, problems);
  if (body.areaCodes.length > LIMITS.areaCodes)
    problems.push({ path: "areaCodes", code: "too-many" });
  if (!body.areaCodes.every((code) => liesIn(code, assignment))) {
    problems.push({ path: "areaCodes", code: "unknown" });
  }
  const newVillages = villageNames(body, assignment, problems);
  if (body.activity && body.activity.from > body.activity.to) {
    problems.push({ path: "activity", code: "reversed" });
  }
  const areaCodes = [...new Set(body.areaCodes)].sort();
  return { ...body, successPoints, areaCodes, newVillages };
}

/** Names of the villages that were added and are still chosen. */
function villageNames(
  { areaCodes, newVillages }: Pick<ReportBody, "areaCodes" | "newVillages">,
  assignment: AssignmentRules,
  problems: FieldProblem[],
): ReportBody["newVillages"] {
  const names: [string, string][] = [];
  for (const [code, entered] of Object.entries(newVillages)) {
    const path = `newVillages.${code}`;
    if (!liesIn(code, assignment)) problems.push({ path, code: "unknown" });
    if (!areaCodes.includes(code)) continue;
    const name = text(path, entered, LIMITS.villageName, problems);
    if (name === "") problems.push({ path, code: "required" });
    names.push([code, name]);
  }
  return Object.fromEntries(names);
}

function area(
  raw: unknown,
  assignment: AssignmentRules,
  problems: FieldProblem[],
): SubmissionBody | undefined {
  if (raw === null) return null;
  // As a draft, so that what is missing is told together with what is wrong.
  const parsed = AreaDraft.safeParse(raw);
  if (!parsed.success) {
    problems.push(...malformed(parsed.error.issues));
    return undefined;
  }
  const draft = parsed.data;
  const { areaCode, costSatang, participants } = draft;
  const required = (path: string) => problems.push({ path, code: "required" });
  if (areaCode === null) required("areaCode");
  else if (!liesIn(areaCode, assignment)) problems.push({ path: "areaCode", code: "unknown" });
  const areaCodes = areaCode === null ? [] : [areaCode];
  const newVillages = villageNames({ ...draft, areaCodes }, assignment, problems);
  checkPeople(participants, problems);
  if (costSatang === null) required("costSatang");
  else checkCount("costSatang", costSatang, LIMITS.costSatang, problems);
  const venue = text("venue", draft.venue, LIMITS.venue, problems);
  const targetGroup = text("targetGroup", draft.targetGroup, LIMITS.targetGroup, problems);
  const result = text("result", draft.result, LIMITS.result, problems);
  const costReason = text("costReason", draft.costReason, LIMITS.costReason, problems);
  for (const [path, entered] of Object.entries({ venue, targetGroup, result })) {
    if (entered === "") required(path);
  }
  const { total } = participants;
  if (areaCode === null || costSatang === null || total === null) return undefined;
  const people = { ...participants, total };
  return {
    ...draft,
    areaCode,
    costSatang,
    newVillages,
    participants: people,
    venue,
    targetGroup,
    result,
    costReason,
  };
}

/** R39: a count of people; of men and women what is known, which together is everyone. */
function checkPeople(
  { men, women, total }: AreaDraft["participants"],
  problems: FieldProblem[],
): void {
  if (men !== null) checkCount("participants.men", men, LIMITS.number, problems);
  if (women !== null) checkCount("participants.women", women, LIMITS.number, problems);
  if (total === null) {
    problems.push({ path: "participants.total", code: "required" });
    return;
  }
  checkCount("participants.total", total, LIMITS.number, problems);
  const known = (men ?? 0) + (women ?? 0);
  if (men === null || women === null ? known > total : known !== total) {
    problems.push({ path: "participants.total", code: "does-not-add-up" });
  }
}

/** Areas are a district's own (R38); their codes begin with its code. */
function liesIn(areaCode: AreaCode, assignment: AssignmentRules): boolean {
  return areaCode.startsWith(assignment.districtCode);
}

function checkAttachments(attachments: Attachment[], problems: FieldProblem[]): void {
  if (attachments.length > LIMITS.attachments)
    problems.push({ path: "attachments", code: "too-many" });
  const seen = new Set<string>();
  for (const { sha256, caption = "" } of attachments) {
    text(`attachments.${sha256}`, caption, LIMITS.caption, problems);
    if (seen.has(sha256)) problems.push({ path: `attachments.${sha256}`, code: "duplicate" });
    seen.add(sha256);
  }
}

function normaliseAttachment(attachment: Attachment): Attachment {
  if (attachment.caption === undefined) return attachment;
  const { caption, ...rest } = attachment;
  const normalised = normaliseThai(caption);
  return normalised === "" ? rest : { ...rest, caption: normalised };
}

function text(path: string, entered: string, max: number, problems: FieldProblem[]): string {
  const normalised = normaliseThai(entered);
  // A code unit count below the limit proves the grapheme count is too, at a fraction of the price.
  if (normalised.length > max && graphemeCount(normalised) > max) {
    problems.push({ path, code: "too-long" });
  }
  return normalised;
}

function checkCount(
  path: string,
  value: number,
  max: number,
  problems: FieldProblem[],
  decimals = 0,
): void {
  const scale = 10 ** decimals;
  // Rounding gives back the very number that was typed, if it had no more decimals than allowed.
  if (Math.round(value * scale) / scale !== value) {
    problems.push({ path, code: "not-a-number" });
  } else if (value < 0 || value > max) problems.push({ path, code: "out-of-range" });
}

function malformed(issues: readonly { path: PropertyKey[] }[]): FieldProblem[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join("."), code: "malformed" }));
}
