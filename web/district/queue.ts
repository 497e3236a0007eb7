import type { Assignment } from "../../shared/assignment.ts";
import { areaCodesOf } from "../../shared/history.ts";
import { contentOf, readContent } from "../db/content.ts";
import type { OutboxRow, UploadRow } from "../db/rows.ts";

/**
 * One line of the queue: the text of a mutation, or the files of a submission. `areaCode`: the area
 * that an area record is about.
 */
export type QueueItem = {
  id: string;
  authorId: string;
  sizeBytes: number;
  sending: boolean;
  assignment: Assignment | undefined;
} & (
  | { kind: "text"; row: OutboxRow; version: number; areaCode: string | undefined }
  /** `reason`: why one of them did not go the last time; it is tried again. */
  | { kind: "files"; count: number; afterText: boolean; reason?: string }
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
    ...[...Map.groupBy(waiting, ({ submissionId }) => submissionId)].map(([submissionId, files]) =>
      filesItem(files, assignmentOf(submissionId)),
    ),
    ...texts.flatMap(filesToCome),
  ];
}

/** Those of one submission; whoever submitted the first of them stands for it. */
function filesItem(files: UploadRow[], assignment: Assignment | undefined): QueueItem {
  const [first] = files;
  const reason = files.find((file) => file.reason !== undefined)?.reason;
  return {
    id: `files-${first?.submissionId}`,
    authorId: first?.authorId ?? "",
    kind: "files",
    count: files.length,
    sizeBytes: sum(files.map(({ sizeBytes, offset }) => sizeBytes - offset)),
    sending: files.some(({ state }) => state === "sending"),
    afterText: false,
    assignment,
    ...(reason === undefined ? {} : { reason }),
  };
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
    authorId: row.authorId,
    kind: "text",
    row,
    version: row.mutation.baseVersion + before.length + 1,
    areaCode: areaCodeOf(row),
    sizeBytes: new TextEncoder().encode(JSON.stringify(row.mutation)).length,
    sending: sending.has(row.mutationId),
    assignment: row.assignment,
  };
}

/** A removal says no area; what it removes does. */
function areaCodeOf({ mutation, base }: OutboxRow): string | undefined {
  if (mutation.kind !== "area") return undefined;
  return areaCodesOf(readContent(mutation)?.body ?? base.body)[0];
}

/** New files of a text that has not gone yet: they are asked for once it has arrived. */
function filesToCome({ mutation, mutationId, authorId, base, assignment }: OutboxRow): QueueItem[] {
  const known = new Set(base.attachments.map(({ sha256 }) => sha256));
  const files = contentOf(mutation).attachments.filter(({ sha256 }) => !known.has(sha256));
  if (files.length === 0) return [];
  return [
    {
      id: `files-of-${mutationId}`,
      authorId,
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
