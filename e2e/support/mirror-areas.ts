import type { Page } from "@playwright/test";
import type { AreaBody } from "../../shared/area-record.ts";

/**
 * Puts received area records of an assignment into the tablet's mirror, as a pull would: the app
 * sees them after a reload. For tests of many.
 */
export async function mirrorAreas(
  page: Page,
  { assignmentId, bodies }: { assignmentId: string; bodies: AreaBody[] },
): Promise<void> {
  await page.evaluate(
    (areas) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("bpm-field");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(["assignments", "submissions"], "readwrite");
          const known = writing.objectStore("assignments").index("id").get(areas.assignmentId);
          known.onsuccess = () => {
            for (const [at, body] of areas.bodies.entries()) {
              writing.objectStore("submissions").put({
                unit: known.result.unit,
                id: crypto.randomUUID(),
                kind: "area",
                assignmentId: areas.assignmentId,
                version: 1,
                seq: at + 1,
                body,
                attachments: [],
                authorId: crypto.randomUUID(),
                authorName: "",
                madeAt: "2024-03-15T02:41:08Z",
                receivedAt: "2024-03-15T03:04:00Z",
                missingFiles: [],
                review: { state: "received", at: null, byId: null, byName: null, comments: [] },
                earlierReviews: [],
                history: [],
              });
            }
          };
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { assignmentId, bodies },
  );
}
