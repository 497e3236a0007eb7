import { createHash, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import * as z from "zod/mini";
import { Assignment } from "../../shared/assignment.ts";
import type { Attachment } from "../../shared/attachment.ts";
import { must } from "../../shared/invariant.ts";
import { hashedText, type Mutation } from "../../shared/push.ts";
import { emptyReport, type ReportBody } from "../../shared/report.ts";

const Known = z.object({ personId: z.uuid(), assignments: z.array(Assignment) });

export type UnsentWork = { reportId: string; assignmentId: string; photo: Attachment };

/**
 * Puts a submitted report with a photo, and a draft, into the tablet's database, as the form leaves
 * them behind: the tablet's own assignment, the author who is signed in, the mutation sealed.
 */
export async function leaveUnsentWork(
  page: Page,
  photoBytes: Buffer,
  text: string,
): Promise<UnsentWork> {
  const { personId, assignments } = Known.parse(await page.evaluate(readKnown));
  const [reported, drafted] = assignments;
  const assignment = must(reported, "the demo leaves this district something to report");
  const other = must(drafted, "and something more");
  const photo: Attachment = {
    sha256: sha256(photoBytes),
    sizeBytes: photoBytes.length,
    mediaType: "image/webp",
    name: "ประชุม.webp",
  };
  const madeAt = new Date().toISOString();
  const unsealed: Omit<Mutation, "hash"> = {
    mutationId: randomUUID(),
    kind: "report",
    submissionId: assignment.reportId,
    assignmentId: assignment.id,
    baseVersion: 0,
    body: aBody(assignment, text),
    attachments: [photo],
    authorId: personId,
    madeAt,
  };
  const { mutationId, submissionId, assignmentId, authorId } = unsealed;
  const base = { body: null, attachments: [] };
  const outbox = {
    mutationId,
    submissionId,
    assignmentId,
    authorId,
    assignment,
    mutation: { ...unsealed, hash: sha256(hashedText(unsealed)) },
    base,
    queuedAt: madeAt,
    sentOnce: false,
    state: "ready",
  };
  const draft = {
    authorId,
    submissionId: other.reportId,
    kind: "report",
    assignmentId: other.id,
    assignment: other,
    baseVersion: 0,
    base,
    body: aBody(other, `${text} (ร่าง)`),
    typed: {},
    attachments: [],
    place: "",
    revision: 1,
    updatedAt: madeAt,
  };
  const file = { ...photo, addedAt: madeAt, base64: photoBytes.toString("base64") };
  await page.evaluate(write, { outbox, draft, file });
  return { reportId: submissionId, assignmentId, photo };
}

function aBody({ outputs }: Assignment, text: string): ReportBody {
  const done = Object.fromEntries(outputs.map(({ id }) => [id, 1]));
  return { ...emptyReport, outputs: done, successPoints: text };
}

/** In the page: who is here, and what nobody reported on yet. */
async function readKnown() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("bpm-field");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const read = (store: string) =>
    new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [settings] = await read("settings");
  const begun = new Set((await read("submissions")).map((row) => row.id));
  const assignments = (await read("assignments")).filter(
    (row) => row.open && !begun.has(row.reportId),
  );
  database.close();
  return { personId: settings?.personId, assignments };
}

/** In the page: all of it in one transaction, as the app does. */
async function write({
  outbox,
  draft,
  file: { base64, ...file },
}: {
  outbox: object;
  draft: object;
  file: Attachment & { addedAt: string; base64: string };
}): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("bpm-field");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
  const transaction = database.transaction(["outbox", "drafts", "files"], "readwrite");
  transaction.objectStore("outbox").add(outbox);
  transaction.objectStore("drafts").add(draft);
  transaction.objectStore("files").add({ ...file, bytes });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
