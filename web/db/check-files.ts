import type { Instant } from "../../shared/scalars.ts";
import { readRow } from "./read-row.ts";
import type { FiledWork } from "./read-work.ts";
import type { UploadRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { sha256Of } from "./sha256.ts";
import { DAMAGED } from "./uploads.ts";

/**
 * Looks whether the files of drafts and of what waits are here, byte for byte [O15]. One that is not
 * is named among the refused ones, until it is whole again or the server turns out to have it. Takes
 * nothing away that a person entered. Safe to repeat, and to cut off.
 *
 * @param work what names files on this tablet and is not sent
 * @param rest waits before each file, so that nobody waits for this
 */
export async function checkFiles(
  db: AppDb,
  { work, rest, now }: { work: FiledWork[]; rest: () => Promise<void>; now: Instant },
): Promise<void> {
  const known = new Map<string, "announced" | "arrived">();
  for (const { attachments, missingFiles } of await db.submissions.toArray()) {
    for (const { sha256 } of attachments) {
      known.set(sha256, missingFiles.includes(sha256) ? "announced" : "arrived");
    }
  }
  const isWhole = async (sha256: string) => {
    if (known.get(sha256) === "arrived") return true;
    await rest();
    const file = await readRow(db, db.files, sha256);
    if (!file.ok) return false;
    // Without its bytes it may be another tablet's, which that tablet sends.
    return file.value ? (await sha256Of(file.value.bytes)) === sha256 : known.has(sha256);
  };

  for (const { submissionId, sha256, state } of await db.uploads.toArray()) {
    const isOnItsWay = state === "waiting" || state === "sending";
    if (!isOnItsWay || (await isWhole(sha256))) continue;
    await db.uploads
      .where({ submissionId, sha256 })
      .filter((row) => row.state === state)
      .modify({ state: "refused", reason: "bytes-missing" });
  }

  const damaged: UploadRow[] = [];
  for (const { submissionId, authorId, attachments } of work) {
    for (const { sha256, name, mediaType, sizeBytes } of attachments) {
      if (await isWhole(sha256)) continue;
      damaged.push({
        ...{ submissionId, sha256, authorId, name, mediaType, sizeBytes, queuedAt: now },
        ...{ state: "refused", reason: DAMAGED, offset: 0 },
      });
    }
  }
  await db.transaction("rw", db.uploads, async () => {
    await db.uploads.filter(({ reason }) => reason === DAMAGED).delete();
    for (const row of damaged) {
      // One that is there was sent, or is to be: that says more.
      if (!(await db.uploads.get([row.submissionId, row.sha256]))) await db.uploads.add(row);
    }
  });
}
