import { createHash, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Assignment } from "../../shared/assignment.ts";
import { hashedText, type Mutation } from "../../shared/push.ts";
import type { ReportBody } from "../../shared/report.ts";

/**
 * Puts a report into the tablet's outbox as submitting it would, by whoever is at the tablet; the
 * app sees it after a reload. For tests of what comes after the form.
 *
 * @returns the mutation's id
 */
export async function queueReport(
  page: Page,
  assignment: Assignment,
  body: ReportBody,
): Promise<string> {
  const unsealed: Omit<Mutation, "hash"> = {
    mutationId: randomUUID(),
    kind: "report",
    submissionId: assignment.reportId,
    assignmentId: assignment.id,
    baseVersion: 0,
    body,
    attachments: [],
    authorId: await personAtTablet(page),
    madeAt: new Date().toISOString(),
  };
  const hash = createHash("sha256").update(hashedText(unsealed)).digest("hex");
  const { mutationId, submissionId, assignmentId, authorId, madeAt } = unsealed;
  await page.evaluate(
    (row) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("bpm-field");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("outbox", "readwrite");
          writing.objectStore("outbox").add(row);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    {
      mutationId,
      submissionId,
      assignmentId,
      authorId,
      assignment,
      mutation: { ...unsealed, hash },
      base: { body: null, attachments: [] },
      queuedAt: madeAt,
      sentOnce: false,
      state: "ready",
    },
  );
  return mutationId;
}

function personAtTablet(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("bpm-field");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction("settings")
            .objectStore("settings")
            .get("tablet");
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.personId);
          };
        };
      }),
  );
}
