import type { Epoch, Instant, Seq, Sha256 } from "../../shared/scalars.ts";
import type { StoredSubmission } from "../../shared/submission.ts";
import { attachmentsOf } from "./content.ts";
import { hasFile } from "./has-file.ts";
import type { OutboxRow, UploadRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/** Why a row stands aside that no upload is behind: see check-files.ts. */
export const DAMAGED = "damaged";

/**
 * Queues the files of a settled mutation that the server asks for. One that is waiting already goes
 * on where it is. Runs inside a transaction over `uploads` and `files`.
 */
export async function enqueueUploads(
  db: AppDb,
  { mutation, submissionId, authorId }: OutboxRow,
  wanted: Sha256[],
  now: Instant,
): Promise<void> {
  for (const attachment of attachmentsOf(mutation)) {
    const { sha256, name, mediaType, sizeBytes } = attachment;
    if (!wanted.includes(sha256)) continue;
    const before = await db.uploads.get([submissionId, sha256]);
    if (before?.state === "waiting" || before?.state === "sending") continue;
    // Another tablet's file, which that tablet sends.
    if (!(await hasFile(db, sha256))) continue;
    await db.uploads.put({
      submissionId,
      sha256,
      authorId,
      name,
      mediaType,
      sizeBytes,
      state: "waiting",
      offset: 0,
      queuedAt: now,
    });
  }
}

/**
 * Queues what the server says it lacks of a submission, where this tablet has it: the server may have
 * gone back to before it came (O11). Runs inside a transaction over `uploads` and `files`.
 */
export async function enqueueMissing(
  db: AppDb,
  { id: submissionId, authorId, attachments, missingFiles }: StoredSubmission,
  { epoch, now }: { epoch: Epoch; now: Instant },
): Promise<void> {
  for (const { sha256, name, mediaType, sizeBytes } of attachments) {
    if (!missingFiles.includes(sha256)) continue;
    const before = await db.uploads.get([submissionId, sha256]);
    // Any other is on its way, refused, or went to this very server a moment ago.
    if (before && (before.state !== "done" || before.epoch === epoch)) continue;
    if (!(await hasFile(db, sha256))) continue;
    await db.uploads.put({
      ...{ submissionId, sha256, authorId, name, mediaType, sizeBytes },
      ...{ state: "waiting", offset: 0, queuedAt: now },
    });
  }
}

/**
 * The server's head is beyond everything this tablet has finished sending. Runs inside a transaction
 * over `uploads`.
 */
export async function noteArrivals(
  db: AppDb,
  { epoch, headSeq: seq }: { epoch: Epoch; headSeq: Seq },
): Promise<void> {
  await db.uploads
    .where("state")
    .equals("done")
    .filter((row) => row.epoch === epoch && row.seq === undefined)
    .modify({ seq });
}

/** The files still to be sent, those queued first first. */
export async function pendingUploads(db: AppDb): Promise<UploadRow[]> {
  return db.uploads.where("state").anyOf("sending", "waiting").sortBy("queuedAt");
}

/** What may become of an upload; an undefined `uploadUrl` forgets where it was. */
export type UploadChange = {
  state?: UploadRow["state"];
  offset?: number;
  uploadUrl?: string | undefined;
  reason?: string;
  epoch?: Epoch;
};

/** Notes how far an upload has come. */
export async function noteUpload(
  db: AppDb,
  { submissionId, sha256 }: Pick<UploadRow, "submissionId" | "sha256">,
  change: UploadChange,
): Promise<void> {
  await db.uploads
    .where("[submissionId+sha256]")
    .equals([submissionId, sha256])
    .modify((row) => {
      Object.assign(row, change);
      if (row.uploadUrl === undefined) delete row.uploadUrl;
    });
}

/** Tries a refused file again, because the person said so; one that was only named is looked at again later. */
export async function retryUpload(
  db: AppDb,
  { submissionId, sha256 }: Pick<UploadRow, "submissionId" | "sha256">,
): Promise<void> {
  await db.transaction("rw", db.uploads, async () => {
    const row = await db.uploads.get([submissionId, sha256]);
    if (row?.state !== "refused") return;
    if (row.reason === DAMAGED) return db.uploads.delete([submissionId, sha256]);
    const { reason: _, uploadUrl: _url, ...rest } = row;
    await db.uploads.put({ ...rest, state: "waiting", offset: 0 });
  });
}
