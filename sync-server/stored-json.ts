import * as z from "zod/mini";
import { OutputTarget } from "../shared/assignment.ts";
import { Attachment } from "../shared/attachment.ts";
import { ProcedureStep, ProjectLevel } from "../shared/project.ts";
import { Mutation, Receipt } from "../shared/push.ts";
import { Sha256 } from "../shared/scalars.ts";
import { ReviewComment, SubmissionBody, type SubmissionContent } from "../shared/submission.ts";

// What the store keeps as JSON text comes back through here: a stored text is a door like any other.

const MAX_REMEMBERED = 2000;

// The same few texts come back at every push: read once each.
export const parsePath = remembering(reading(z.array(ProjectLevel)));
export const parseSteps = remembering(reading(z.array(ProcedureStep)));
export const parseOutputs = remembering(reading(z.array(OutputTarget)));
export const parseComments = reading(z.array(ReviewComment));
export const parseMutation = reading(Mutation);
export const parseReceipt = reading(Receipt);
export const parseHashes = reading(z.array(Sha256));
export const parseSaid = reading(
  z.object({ body: SubmissionBody, attachments: z.array(Attachment) }),
);

const parseBody = reading(SubmissionBody);
const parseAttachments = reading(z.array(Attachment));

export function parseContent(row: { body: string; attachments: string }): SubmissionContent {
  return { body: parseBody(row.body), attachments: parseAttachments(row.attachments) };
}

function reading<T>(schema: z.ZodMiniType<T>): (text: string) => T {
  return (text) => schema.parse(JSON.parse(text));
}

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(text, value);
    return value;
  };
}
