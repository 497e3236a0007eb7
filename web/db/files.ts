import type { Attachment } from "../../shared/attachment.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant, Sha256 } from "../../shared/scalars.ts";
import type { DraftKey, NoDraft } from "./drafts.ts";
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
  const { bytes, thumbnail, now, ...described } = file;
  const { mediaType } = described;
  const sizeBytes = bytes.byteLength;
  const sha256 = await sha256Of(bytes);
  const kept = await durably(db, () =>
    db.transaction("rw", db.files, async () => {
      if (await db.files.get(sha256)) return ok(undefined);
      const small = thumbnail ? { thumbnail } : {};
      await db.files.put({ sha256, bytes, sizeBytes, mediaType, addedAt: now, ...small });
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
  const attachment: Attachment = { ...described, sha256, sizeBytes };
  return changeAttachments(db, key, now, (attachments) => {
    const same = attachments.find((other) => other.sha256 === sha256);
    return {
      attachments: same ? attachments : [...attachments, attachment],
      value: same ?? attachment,
    };
  });
}

/** Changes what is said about an attached file; an undefined caption or location removes it. */
export async function describeFile(
  db: AppDb,
  key: DraftKey,
  change: { sha256: Sha256; caption?: string; location?: Attachment["location"]; now: Instant },
): Promise<Result<void, StorageError | NoDraft>> {
  const { sha256, caption, location, now } = change;
  return changeAttachments(db, key, now, (attachments) => ({
    attachments: attachments.map((attachment) => {
      if (attachment.sha256 !== sha256) return attachment;
      const { caption: _caption, location: _location, ...rest } = attachment;
      return { ...rest, ...(caption ? { caption } : {}), ...(location ? { location } : {}) };
    }),
    value: undefined,
  }));
}

/** Takes a file out of the draft. Its bytes stay while anything else names them (see purge.ts). */
export async function removeFile(
  db: AppDb,
  key: DraftKey,
  { sha256, now }: { sha256: Sha256; now: Instant },
): Promise<Result<void, StorageError | NoDraft>> {
  return changeAttachments(db, key, now, (attachments) => ({
    attachments: attachments.filter((attachment) => attachment.sha256 !== sha256),
    value: undefined,
  }));
}

async function changeAttachments<T>(
  db: AppDb,
  key: DraftKey,
  now: Instant,
  change: (attachments: Attachment[]) => { attachments: Attachment[]; value: T },
): Promise<Result<T, StorageError | NoDraft>> {
  return durably(db, () =>
    db.transaction("rw", db.drafts, async () => {
      const draft = await db.drafts.get([key.authorId, key.submissionId]);
      if (!draft) return err({ kind: "no-draft" });
      const { attachments, value } = change(draft.attachments);
      await db.drafts.put({ ...draft, attachments, updatedAt: now });
      return ok(value);
    }),
  );
}
