import { MAX_FILE_BYTES, type MediaType } from "../../shared/attachment.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { cleanName, extensionOf } from "./attachment-name.ts";
import { documentMediaType, isDocumentExtension } from "./document-type.ts";
import { dropMetadata } from "./drop-metadata.ts";
import { readTakenAt } from "./exif-date.ts";
import { type ImageFormat, sniffImage } from "./image-header.ts";
import type { PhotoStage, PhotoWorker } from "./photo-worker.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";
import { sha256Hex } from "./sha256-hex.ts";

type StoredFile = {
  bytes: ArrayBuffer;
  sizeBytes: number;
  sha256: string;
  mediaType: MediaType;
  name: string;
};

/** A picked file, ready for the database. */
export type PreparedAttachment =
  | (StoredFile & {
      kind: "photo";
      width: number;
      height: number;
      takenAt: string;
      thumbnail: Blob;
    })
  /** A photo this browser cannot open, kept as it came: no size, no thumbnail; HEIC keeps its metadata. */
  | (StoredFile & { kind: "original-photo"; takenAt: string })
  | (StoredFile & { kind: "document" });

/**
 * Why a picked file is not taken. Beyond the kinds of PhotoError:
 * - `not-allowed`: neither an image nor one of the document types [R28]
 * - `disguised`: the content is not what the name says
 * - `too-large`: here also a document over MAX_FILE_BYTES [R29]
 * - `unshrinkable`: a photo over MAX_FILE_BYTES that this browser cannot open, such as HEIC
 */
export type IntakeError = PhotoError | { kind: "not-allowed" | "disguised" | "unshrinkable" };

const SNIFF_BYTES = 32;
const IMAGE_EXTENSIONS = [
  "jpg",
  "jpeg",
  "jfif",
  "png",
  "webp",
  "gif",
  "bmp",
  "heic",
  "heif",
  "avif",
];

/** The formats a photo may be kept in when it cannot be encoded anew; the server knows no others. */
const KEPT_AS_IS: Partial<Record<ImageFormat, { mediaType: MediaType; extension: string }>> = {
  jpeg: { mediaType: "image/jpeg", extension: "jpg" },
  png: { mediaType: "image/png", extension: "png" },
  webp: { mediaType: "image/webp", extension: "webp" },
  heic: { mediaType: "image/heic", extension: "heic" },
};

/**
 * Takes in one picked file [R28–R31]. Content decides, not the name: images of any size are shrunk,
 * documents of up to MAX_FILE_BYTES are kept unchanged. Never rejects; the file itself is only read.
 */
export async function intakeAttachment(
  file: File,
  photos: PhotoWorker,
  onStage?: (stage: PhotoStage) => void,
): Promise<Result<PreparedAttachment, IntakeError>> {
  if (file.size === 0) return err({ kind: "empty" });
  const head = await readBytes(file.slice(0, SNIFF_BYTES));
  if (!head) return err({ kind: "unreadable" });
  const format = sniffImage(new Uint8Array(head));
  if (format) return takePhoto(file, format, await photos.compress(file, onStage));

  const extension = extensionOf(file.name);
  if (isDocumentExtension(extension)) return takeDocument(file, extension);
  return err({ kind: IMAGE_EXTENSIONS.includes(extension) ? "disguised" : "not-allowed" });
}

async function takePhoto(
  file: File,
  format: ImageFormat,
  compressed: Result<PreparedPhoto, PhotoError>,
): Promise<Result<PreparedAttachment, IntakeError>> {
  if (!compressed.ok) {
    return compressed.error.kind === "undecodable" ? keepOriginal(file, format) : compressed;
  }
  const photo = compressed.value;
  // Only a picture of pure noise gets here: it cannot be shrunk below the law without losing edge.
  if (photo.bytes.byteLength > MAX_FILE_BYTES) return err({ kind: "too-large" });
  return ok({
    takenAt: lastModified(file),
    ...photo,
    kind: "photo",
    sizeBytes: photo.bytes.byteLength,
    name: cleanName(file.name, photo.mediaType === "image/webp" ? "webp" : "jpg"),
  });
}

/** Better a photo that someone else may be able to open than none [F3]. */
async function keepOriginal(
  file: File,
  format: ImageFormat,
): Promise<Result<PreparedAttachment, IntakeError>> {
  const kept = KEPT_AS_IS[format];
  if (!kept) return err({ kind: "undecodable" });
  if (file.size > MAX_FILE_BYTES) return err({ kind: "unshrinkable" });
  const source = await readBytes(file);
  if (!source) return err({ kind: "unreadable" });
  const takenAt = format === "jpeg" ? readTakenAt(new Uint8Array(source)) : undefined;
  const stored = await store(dropMetadata(source, format), file.name, kept);
  return ok({ ...stored, kind: "original-photo", takenAt: takenAt ?? lastModified(file) });
}

async function takeDocument(
  file: File,
  extension: string,
): Promise<Result<PreparedAttachment, IntakeError>> {
  if (file.size > MAX_FILE_BYTES) return err({ kind: "too-large" });
  const bytes = await readBytes(file);
  if (!bytes) return err({ kind: "unreadable" });
  const mediaType = documentMediaType(extension, bytes);
  if (!mediaType) return err({ kind: "disguised" });
  return ok({ ...(await store(bytes, file.name, { mediaType, extension })), kind: "document" });
}

async function store(
  bytes: ArrayBuffer,
  name: string,
  type: { mediaType: MediaType; extension: string },
): Promise<StoredFile> {
  return {
    bytes,
    sizeBytes: bytes.byteLength,
    sha256: await sha256Hex(bytes),
    mediaType: type.mediaType,
    name: cleanName(name, type.extension),
  };
}

/** Undefined when the file is gone: moved since it was picked, or not downloaded from a cloud. */
async function readBytes(file: Blob): Promise<ArrayBuffer | undefined> {
  try {
    return await file.arrayBuffer();
  } catch {
    return undefined;
  }
}

function lastModified(file: File): string {
  return new Date(file.lastModified).toISOString();
}
