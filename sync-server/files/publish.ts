import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { MediaType } from "../../shared/attachment.ts";
import { AppError } from "../app-error.ts";
import { findAnnouncement, noteArrival, noteKeptAside } from "../store/files.ts";
import type { Store } from "../store/open.ts";
import type { FileFolder } from "./file-folder.ts";
import { foundType, isOfType } from "./media-type.ts";

/** Beyond HTTP's own numbers: what tus servers answer to a checksum that does not match. */
const NOT_AS_ANNOUNCED = 460;

export type FinishedUpload = {
  path: string;
  submissionId: string;
  sha256: string;
  sizeBytes: number;
};

export type Publish = (upload: FinishedUpload) => Promise<void>;

/**
 * Makes a finished upload a file: its length, hash and type are checked, then its bytes are durable,
 * then its row says so (F1). Each step is safe to repeat after a crash.
 *
 * @throws AppError 460 file-hash-mismatch or file-type-mismatch, 403 file-not-announced
 */
export function createPublish(deps: {
  store: Store;
  files: FileFolder;
  keptAside: FileFolder;
  now(): Date;
}): Publish {
  const { store, files, keptAside, now } = deps;
  return async ({ path, ...file }) => {
    const bytes = await readFile(path);
    if (bytes.length !== file.sizeBytes || hash("sha256", bytes, "hex") !== file.sha256) {
      throw new AppError(NOT_AS_ANNOUNCED, "file-hash-mismatch", "The bytes are not those named");
    }
    const announced = await findAnnouncement(store.reader, file);
    if (!announced) throw notAnnounced();
    const mediaType = MediaType.parse(announced.media_type);
    const found = await foundType(bytes);
    const at = now().toISOString();
    if (isOfType(found, mediaType)) {
      await files.take(path, file.sha256);
      await store.writer.transaction().execute((tx) => noteArrival(tx, { ...file, mediaType, at }));
      return;
    }
    // F3: kept for a person to look at, never served, and its report is unharmed.
    await keptAside.take(path, file.sha256);
    await noteKeptAside(store.writer, {
      ...file,
      announcedType: mediaType,
      foundType: found,
      at,
    });
    throw new AppError(NOT_AS_ANNOUNCED, "file-type-mismatch", "The file is not of its type");
  };
}

export function notAnnounced(): AppError {
  return new AppError(403, "file-not-announced", "No mutation of that submission named this file");
}
