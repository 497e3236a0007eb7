import type { AreaBody } from "./area-record.ts";
import type { Attachment } from "./attachment.ts";
import { merge, type Sides } from "./merge.ts";
import { emptyReport, type ReportBody } from "./report.ts";
import { same } from "./same.ts";
import type { SubmissionContent, SubmissionKind } from "./submission.ts";

/** What a person picked for one conflicting field; `both` only for long texts. */
export type FieldChoice = "mine" | "theirs" | "before" | "both";

/**
 * The content that answers a conflict: what merges by itself, and in every conflicting field what
 * was chosen. A field without a choice keeps mine, as merge leaves it.
 */
export function chooseFields(
  kind: SubmissionKind,
  sides: Sides<SubmissionContent>,
  choices: ReadonlyMap<string, FieldChoice>,
): SubmissionContent {
  const { content, conflicts } = merge(kind, sides);
  return conflicts.reduce((chosen, path) => {
    switch (choices.get(path)) {
      case "theirs":
        return takeField(chosen, path, sides.theirs);
      case "before":
        return takeField(chosen, path, sides.base);
      case "both":
        return joinTexts(chosen, path, sides);
      default:
        return takeField(chosen, path, sides.mine);
    }
  }, content);
}

/** How many fields the two sides have differently without contradicting each other. */
export function mergedByItself(kind: SubmissionKind, sides: Sides<SubmissionContent>): number {
  const conflicts = new Set(merge(kind, sides).conflicts);
  const [mine, theirs] = [fieldsOf(sides.mine), fieldsOf(sides.theirs)];
  const paths = new Set([...mine.keys(), ...theirs.keys()]);
  return [...paths].filter(
    (path) => !conflicts.has(path) && !same(mine.get(path) ?? null, theirs.get(path) ?? null),
  ).length;
}

/** Whether a field is a long text, of which both versions can be kept. */
export function isLongText(path: string): boolean {
  return path === "successPoints" || path === "result";
}

/** Parts of a body whose entries are fields of their own. */
const KEYED = ["newVillages", "outputs", "steps"];

/** Every field by its path, as merge names them. */
function fieldsOf({ body, attachments }: SubmissionContent): Map<string, unknown> {
  const fields = new Map<string, unknown>(
    attachments.map((attachment) => [`attachments.${attachment.sha256}`, attachment]),
  );
  for (const [key, value] of Object.entries(body ?? {})) {
    if (!KEYED.includes(key)) fields.set(key, value);
    else for (const [id, entry] of Object.entries(value)) fields.set(`${key}.${id}`, entry);
  }
  return fields;
}

function takeField(
  content: SubmissionContent,
  path: string,
  from: SubmissionContent,
): SubmissionContent {
  const [part = "", id = ""] = path.split(".");
  if (part === "body") return { ...content, body: from.body };
  if (part === "attachments") {
    return { ...content, attachments: takeAttachment(content.attachments, id, from.attachments) };
  }
  const { body } = content;
  if (body === null) return content;
  if ("steps" in body) {
    const source = from.body !== null && "steps" in from.body ? from.body : emptyReport;
    return { ...content, body: takeReportField(body, { part, id }, source) };
  }
  if (from.body === null || !("venue" in from.body)) return content;
  return { ...content, body: takeAreaField(body, { part, id }, from.body) };
}

function takeReportField(
  body: ReportBody,
  { part, id }: { part: string; id: string },
  from: ReportBody,
): ReportBody {
  switch (part) {
    case "newVillages":
      return { ...body, newVillages: takeEntry(body.newVillages, id, from.newVillages) };
    case "outputs":
      return { ...body, outputs: takeEntry(body.outputs, id, from.outputs) };
    case "steps":
      return { ...body, steps: takeEntry(body.steps, id, from.steps) };
    case "successPoints":
      return { ...body, successPoints: from.successPoints };
    case "areaCodes":
      return { ...body, areaCodes: from.areaCodes };
    case "activity":
      return { ...body, activity: from.activity };
    default:
      return body;
  }
}

function takeAreaField(
  body: AreaBody,
  { part, id }: { part: string; id: string },
  from: AreaBody,
): AreaBody {
  switch (part) {
    case "newVillages":
      return { ...body, newVillages: takeEntry(body.newVillages, id, from.newVillages) };
    case "areaCode":
      return { ...body, areaCode: from.areaCode };
    case "venue":
      return { ...body, venue: from.venue };
    case "targetGroup":
      return { ...body, targetGroup: from.targetGroup };
    case "participants":
      return { ...body, participants: from.participants };
    case "result":
      return { ...body, result: from.result };
    case "heldOn":
      return { ...body, heldOn: from.heldOn };
    case "costSatang":
      return { ...body, costSatang: from.costSatang };
    case "costReason":
      return { ...body, costReason: from.costReason };
    case "position":
      return { ...body, position: from.position };
    default:
      return body;
  }
}

function takeEntry<T>(
  entries: Record<string, T>,
  id: string,
  from: Record<string, T>,
): Record<string, T> {
  const { [id]: _, ...rest } = entries;
  const taken = Object.hasOwn(from, id) ? from[id] : undefined;
  return taken === undefined ? rest : { ...rest, [id]: taken };
}

function takeAttachment(list: Attachment[], sha256: string, from: Attachment[]): Attachment[] {
  const taken = from.find((attachment) => attachment.sha256 === sha256);
  if (!taken) return list.filter((attachment) => attachment.sha256 !== sha256);
  return list.map((attachment) => (attachment.sha256 === sha256 ? taken : attachment));
}

function joinTexts(
  content: SubmissionContent,
  path: string,
  { mine, theirs }: Sides<SubmissionContent>,
): SubmissionContent {
  const { body } = content;
  const both = [mine, theirs].map((side) => textAt(side, path)).join("\n");
  if (body === null) return content;
  if ("steps" in body) {
    return path === "successPoints"
      ? { ...content, body: { ...body, successPoints: both } }
      : content;
  }
  return path === "result" ? { ...content, body: { ...body, result: both } } : content;
}

function textAt({ body }: SubmissionContent, path: string): string {
  if (body === null) return "";
  if ("steps" in body) return path === "successPoints" ? body.successPoints : "";
  return path === "result" ? body.result : "";
}
