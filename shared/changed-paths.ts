import type { Attachment } from "./attachment.ts";
import { same } from "./same.ts";
import type { SubmissionBody, SubmissionContent } from "./submission.ts";

/** Fields of a body that are records: what changed in them is named by its id. */
const BY_ID: ReadonlySet<string> = new Set(["newVillages", "outputs", "steps"]);

/**
 * The fields that two versions say differently, by path: "steps.s2", "successPoints",
 * "attachments.<sha256>"; "attachments" alone where only their order is another.
 */
export function changedPaths(before: SubmissionContent, after: SubmissionContent): string[] {
  return [
    ...bodyPaths(before.body, after.body),
    ...attachmentPaths(before.attachments, after.attachments),
  ];
}

function bodyPaths(before: SubmissionBody, after: SubmissionBody): string[] {
  if (before === null || after === null) return same(before, after) ? [] : ["body"];
  return changedKeys(before, after).flatMap((field) => {
    if (!BY_ID.has(field)) return [field];
    const [was, is] = [memberOf(before, field), memberOf(after, field)];
    return changedKeys(was, is).map((id) => `${field}.${id}`);
  });
}

function attachmentPaths(before: readonly Attachment[], after: readonly Attachment[]): string[] {
  const byHash = (list: readonly Attachment[]) =>
    Object.fromEntries(list.map((attachment) => [attachment.sha256, attachment]));
  const changed = changedKeys(byHash(before), byHash(after));
  if (changed.length > 0) return changed.map((sha256) => `attachments.${sha256}`);
  return same(before, after) ? [] : ["attachments"];
}

function changedKeys(before: object, after: object): string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...is.keys(), ...was.keys()])].filter(
    (key) => !same(was.get(key), is.get(key)),
  );
}

function memberOf(body: object, field: string): object {
  const member: unknown = new Map<string, unknown>(Object.entries(body)).get(field);
  return typeof member === "object" && member !== null ? member : {};
}
