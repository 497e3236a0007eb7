import type { Assignment } from "../../shared/assignment.ts";
import { contentOf } from "../db/content.ts";
import type { OutboxRow, UploadRow } from "../db/rows.ts";

/** One line of the queue: the text of a mutation, or the files of a submission. */
export type QueueItem = { id: string; sizeBytes: number; assignment: Assignment | undefined } & (
  | { kind: "text"; row: OutboxRow; version: number; sending: boolean }
  | { kind: "files"; count: number; sending: boolean; afterText: boolean }
);

export type QueueSources = {
  outbox: readonly OutboxRow[];
  uploads: readonly UploadRow[];
  sending: ReadonlySet<string>;
  assignmentOf: (submissionId: string) => Assignment | undefined;
};

/** What is still to be sent, in the order it goes: all text first, then the files. */
export function queueOf({ outbox, uploads, sending, assignmentOf }: QueueSources): QueueItem[] {
  const texts = outbox.filter(({ problem }) => problem === undefined).sort(byOrder);
  const waiting = uploads
    .filter(({ state }) => state === "waiting" || state === "sending")
    .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  return [
    ...texts.map((row) => textItem(row, texts, sending)),
    ...[...Map.groupBy(waiting, ({ submissionId }) => submissionId)].map(
      ([submissionId, files]): QueueItem => ({
        id: `files-${submissionId}`,
        kind: "files",
        count: files.length,
        sizeBytes: sum(files.map(({ sizeBytes, offset }) => sizeBytes - offset)),
        sending: files.some(({ state }) => state === "sending"),
        afterText: false,
        assignment: assignmentOf(submissionId),
      }),
    ),
    ...texts.flatMap(filesToCome),
  ];
}

/** The version it will become, should nobody else send meanwhile: those below it count too. */
function textItem(
  row: OutboxRow,
  texts: readonly OutboxRow[],
  sending: ReadonlySet<string>,
): QueueItem {
  const before = texts.filter(
    ({ submissionId, order }) => submissionId === row.submissionId && order < row.order,
  );
  return {
    id: row.mutationId,
    kind: "text",
    row,
    version: row.mutation.baseVersion + before.length + 1,
    sizeBytes: new TextEncoder().encode(JSON.stringify(row.mutation)).length,
    sending: sending.has(row.mutationId),
    assignment: row.assignment,
  };
}

/** New files of a text that has not gone yet: they are asked for once it has arrived. */
function filesToCome({ mutation, mutationId, base, assignment }: OutboxRow): QueueItem[] {
  const known = new Set(base.attachments.map(({ sha256 }) => sha256));
  const files = contentOf(mutation).attachments.filter(({ sha256 }) => !known.has(sha256));
  if (files.length === 0) return [];
  return [
    {
      id: `files-of-${mutationId}`,
      kind: "files",
      count: files.length,
      sizeBytes: sum(files.map(({ sizeBytes }) => sizeBytes)),
      sending: false,
      afterText: true,
      assignment,
    },
  ];
}

function byOrder(a: OutboxRow, b: OutboxRow): number {
  return a.order - b.order;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
