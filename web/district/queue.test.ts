import { expect, test } from "vitest";
import { nothing } from "../../shared/merge.ts";
import {
  aMutation,
  anAreaBody,
  anAssignment,
  anAttachment,
  anId,
} from "../../shared/test-builders.ts";
import type { OutboxRow, UploadRow } from "../db/rows.ts";
import { queueOf } from "./queue.ts";

const assignment = anAssignment();

function text(order: number, fields: Partial<OutboxRow> = {}): OutboxRow {
  const mutation = fields.mutation ?? aMutation({ submissionId: assignment.reportId });
  return {
    order,
    mutationId: mutation.mutationId,
    submissionId: mutation.submissionId,
    assignmentId: assignment.id,
    authorId: anId(),
    assignment,
    mutation,
    base: nothing,
    queuedAt: "2024-03-15T03:00:00Z",
    sentOnce: false,
    state: "ready",
    ...fields,
  };
}

function upload(fields: Partial<UploadRow> = {}): UploadRow {
  return {
    submissionId: assignment.reportId,
    sha256: anId(),
    authorId: anId(),
    name: "รูป.webp",
    mediaType: "image/webp",
    sizeBytes: 1000,
    state: "waiting",
    offset: 0,
    queuedAt: "2024-03-15T03:00:00Z",
    ...fields,
  };
}

const queue = (outbox: OutboxRow[], uploads: UploadRow[], sending: string[] = []) =>
  queueOf({
    outbox,
    uploads,
    sending: new Set(sending),
    assignmentOf: (id) => (id === assignment.reportId ? assignment : undefined),
  });

test("all text goes before any file, each in the order it was submitted", () => {
  const [second, first] = [text(2), text(1)];
  const items = queue([second, first], [upload()]);
  expect(items.map(({ id }) => id)).toEqual([
    first.mutationId,
    second.mutationId,
    `files-${assignment.reportId}`,
  ]);
});

test("versions count on from the province's, through what waits below", () => {
  const on = (order: number) =>
    text(order, { mutation: aMutation({ submissionId: "s", baseVersion: 3 }) });
  expect(queue([on(1), on(2)], [])).toMatchObject([{ version: 4 }, { version: 5 }]);
});

test("[R37] an area record is named by its area, the removal of one by what it removes", () => {
  const body = anAreaBody({ areaCode: "270901" });
  const base = { body, attachments: [] };
  const record = text(1, { mutation: aMutation({ kind: "area", body }) });
  const removal = text(2, { mutation: aMutation({ kind: "area", body: null }), base });
  const items = queue([record, removal, text(3)], []);
  expect(items).toMatchObject([
    { areaCode: "270901" },
    { areaCode: "270901" },
    { areaCode: undefined },
  ]);
});

test("files of one report are one line, sized by what is still to go", () => {
  const files = [upload({ offset: 400, state: "sending" }), upload(), upload({ state: "done" })];
  expect(queue([], files)).toMatchObject([
    { kind: "files", count: 2, sizeBytes: 1600, sending: true, assignment },
  ]);
});

test("new files of a text that has not gone yet are in the queue too, behind it", () => {
  const [known, fresh] = [anAttachment(), anAttachment({ sizeBytes: 700 })];
  const row = text(1, {
    mutation: aMutation({ attachments: [known, fresh] }),
    base: { body: null, attachments: [known] },
  });
  expect(queue([row], [])).toMatchObject([
    { kind: "text" },
    { kind: "files", count: 1, sizeBytes: 700, afterText: true },
  ]);
});

test("what the server would not take, and files it refused, are not in the queue", () => {
  const problem = { code: "malformed", at: "2024-03-15T03:00:00Z" };
  expect(queue([text(1, { problem })], [upload({ state: "refused" })])).toEqual([]);
});

test("whose each is, and why a file did not go the last time", () => {
  const damaged = upload({ reason: "file-hash-mismatch", authorId: "colleague" });
  expect(
    queue([text(1, { authorId: "me" })], [upload({ authorId: "colleague" }), damaged]),
  ).toMatchObject([
    { kind: "text", authorId: "me" },
    { kind: "files", authorId: "colleague", count: 2, reason: "file-hash-mismatch" },
  ]);
});
