import type { Attachment } from "../../shared/attachment.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant, Sha256 } from "../../shared/scalars.ts";
import type { DraftKey, NoDraft } from "./drafts.ts";
import { hasFile } from "./has-file.ts";
import { filedTables, letGoOfFiles } from "./let-go-of-files.ts";
import { readRow } from "./read-row.ts";
import type { FileRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { sha256Of } from "./sha256.ts";
import { durably, type StorageError } from "./storage-error.ts";

export type FileToAttach = Omit<Attachment, "sha256" | "sizeBytes"> & {
  bytes: ArrayBuffer;
  thumbnail?: ArrayBuffer;
  now: Instant;
};

/**
 * Stores a file and names it in the draft. The bytes are read back and hashed again before the
 * draft says it has them: some engines store bytes they cannot give back. Safe to repeat.
 *
 * @returns the attachment as the draft has it, or `unreadable` where what came back differs
 */
export async function attachFile(
  db: AppDb,
  key: DraftKey,
  file: FileToAttach,
): Promise<Result<Attachment, StorageError | NoDraft | { kind: "unreadable" }>> {
  const { bytes: _bytes, thumbnail: _thumbnail, now, ...described } = file;
  const stored = await storeFile(db, file);
  if (!stored.ok) return stored;
  const { sha256, sizeBytes } = stored.value;
  const attachment: Attachment = { ...described, sha256, sizeBytes };
  return changeAttachments(db, key, { now, file: stored.value }, (attachments) => {
    const same = attachments.find((other) => other.sha256 === sha256);
    return {
      attachments: same ? attachments : [...attachments, attachment],
      value: same ?? attachment,
    };
  });
}

/**
 * Puts other bytes in the place of an attached file, as when a photo was turned: stored and read
 * back first, then swapped in one transaction. What is said about the file, and its place, stay.
 *
 * @returns the hash the file is known by now
 */
export async function replaceFile(
  db: AppDb,
  key: DraftKey,
  { replaced, ...file }: Omit<FileToAttach, "name"> & { replaced: Sha256 },
): Promise<Result<Sha256, StorageError | NoDraft | { kind: "unreadable" }>> {
  const stored = await storeFile(db, file);
  if (!stored.ok) return stored;
  const { sha256, sizeBytes, mediaType } = stored.value;
  const change = { now: file.now, file: stored.value, removes: replaced };
  return changeAttachments(db, key, change, (attachments) => ({
    attachments: attachments
      .filter((other) => other.sha256 !== sha256 || other.sha256 === replaced)
      .map((other) =>
        other.sha256 === replaced ? { ...other, sha256, sizeBytes, mediaType } : other,
      ),
    value: sha256,
  }));
}

async function storeFile(
  db: AppDb,
  { bytes, thumbnail, mediaType, now }: Omit<FileToAttach, "name">,
): Promise<Result<FileRow, StorageError | { kind: "unreadable" }>> {
  const sha256 = await sha256Of(bytes);
  const small = thumbnail ? { thumbnail } : {};
  const sizeBytes = bytes.byteLength;
  const row: FileRow = { sha256, bytes, sizeBytes, mediaType, addedAt: now, ...small };
  const kept = await durably(db, () =>
    db.transaction("rw", db.files, async () => {
      // In the place of what is there under that hash: it may be damaged.
      await db.files.put(row);
      return ok(undefined);
    }),
  );
  if (!kept.ok) return kept;
  const readBack = await durably(db, async () => ok(await db.files.get(sha256)));
  if (!readBack.ok) return readBack;
  if (readBack.value === undefined || (await sha256Of(readBack.value.bytes)) !== sha256) {
    await durably(db, async () => ok(await db.files.delete(sha256)));
    return err({ kind: "unreadable" });
  }
  return ok(row);
}

/** Changes what is said about an attached file; an undefined caption or location removes it. */
export async function describeFile(
  db: AppDb,
  key: DraftKey,
  change: { sha256: Sha256; caption?: string; location?: Attachment["location"]; now: Instant },
): Promise<Result<void, StorageError | NoDraft>> {
  const { sha256, caption, location, now } = change;
  return changeAttachments(db, key, { now }, (attachments) => ({
    attachments: attachments.map((attachment) => {
      if (attachment.sha256 !== sha256) return attachment;
      const { caption: _caption, location: _location, ...rest } = attachment;
      return { ...rest, ...(caption ? { caption } : {}), ...(location ? { location } : {}) };
    }),
    value: undefined,
  }));
}

/** A file taken out of a draft, whole, so that it can be put back. */
export type RemovedFile = { attachment: Attachment; at: number; file?: FileRow };

/**
 * Takes a file out of the draft. Its bytes stay while anything else names them.
 *
 * @returns what `putBackFile` needs; nothing where the draft did not have it
 */
export async function removeFile(
  db: AppDb,
  key: DraftKey,
  { sha256, now }: { sha256: Sha256; now: Instant },
): Promise<Result<RemovedFile | undefined, StorageError | NoDraft>> {
  const read = await durably(db, async () => ok(await readRow(db, db.files, sha256)));
  if (!read.ok) return read;
  const file = read.value.ok && read.value.value ? { file: read.value.value } : {};
  return changeAttachments(db, key, { now, removes: sha256 }, (attachments) => {
    const at = attachments.findIndex((attachment) => attachment.sha256 === sha256);
    const attachment = attachments[at];
    if (!attachment) return { attachments, value: undefined };
    return { attachments: attachments.toSpliced(at, 1), value: { attachment, at, ...file } };
  });
}

/** Undoes `removeFile`: the same file in the same place, bytes and all. Safe to repeat. */
export async function putBackFile(
  db: AppDb,
  key: DraftKey,
  { removed, now }: { removed: RemovedFile; now: Instant },
): Promise<Result<void, StorageError | NoDraft>> {
  const { attachment, at, file } = removed;
  return changeAttachments(db, key, { now, ...(file ? { file } : {}) }, (attachments) => {
    const isThere = attachments.some(({ sha256 }) => sha256 === attachment.sha256);
    return {
      attachments: isThere ? attachments : attachments.toSpliced(at, 0, attachment),
      value: undefined,
    };
  });
}

/** Moves a file `by` places towards the end, or towards the start; at the ends it stays. */
export async function moveFile(
  db: AppDb,
  key: DraftKey,
  { sha256, by, now }: { sha256: Sha256; by: number; now: Instant },
): Promise<Result<void, StorageError | NoDraft>> {
  return changeAttachments(db, key, { now }, (attachments) => {
    const at = attachments.findIndex((attachment) => attachment.sha256 === sha256);
    const moved = attachments[at];
    const isPossible = moved && at + by >= 0 && at + by < attachments.length;
    return {
      attachments: isPossible
        ? attachments.toSpliced(at, 1).toSpliced(at + by, 0, moved)
        : attachments,
      value: undefined,
    };
  });
}

/**
 * `file`: named again by this change, so its bytes have to be there, whatever a purge did meanwhile.
 * `removes`: a file that the draft does not name after it.
 */
async function changeAttachments<T>(
  db: AppDb,
  key: DraftKey,
  { now, file, removes }: { now: Instant; file?: FileRow; removes?: Sha256 },
  change: (attachments: Attachment[]) => { attachments: Attachment[]; value: T },
): Promise<Result<T, StorageError | NoDraft>> {
  const tables = removes === undefined ? [db.drafts, db.files] : filedTables(db);
  return durably(db, () =>
    db.transaction("rw", tables, async () => {
      const draft = await db.drafts.get([key.authorId, key.submissionId]);
      if (!draft) return err({ kind: "no-draft" });
      if (file) await keepFile(db, file);
      const { attachments, value } = change(draft.attachments);
      await db.drafts.put({ ...draft, attachments, updatedAt: now });
      if (removes !== undefined) await letGoOfFiles(db, [{ sha256: removes }]);
      return ok(value);
    }),
  );
}

async function keepFile(db: AppDb, row: FileRow): Promise<void> {
  if (!(await hasFile(db, row.sha256))) await db.files.put(row);
}
