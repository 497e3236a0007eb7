import compressImage from "browser-image-compression";
import { err, ok, type Result } from "../../shared/result.ts";
import { readTakenAt } from "./exif-date.ts";
import { readPixelSize, sniffImage } from "./image-header.ts";
import {
  DECODE_MAX_PIXELS,
  PHOTO_BUDGET_BYTES,
  PHOTO_EDGE_PX,
  SOURCE_MAX_BYTES,
  THUMBNAIL_EDGE_PX,
} from "./photo-limits.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";
import { sha256Hex } from "./sha256-hex.ts";

const BYTES_PER_MB = 1024 * 1024;

/**
 * The way of browsers that cannot draw in a worker: the same promises as `compress`, but JPEG only,
 * and the page stands still meanwhile. Loaded only where it is needed.
 */
export async function compressOnMainThread(file: Blob): Promise<Result<PreparedPhoto, PhotoError>> {
  if (file.size === 0) return err({ kind: "empty" });
  if (file.size > SOURCE_MAX_BYTES) return err({ kind: "too-large" });
  const source = await file.arrayBuffer().catch(() => undefined);
  if (!source) return err({ kind: "unreadable" });
  const head = new Uint8Array(source);
  const format = sniffImage(head);
  if (!format) return err({ kind: "undecodable" });
  const stored = readPixelSize(head, format);
  if (stored && stored.width * stored.height > DECODE_MAX_PIXELS) return err({ kind: "too-large" });
  try {
    const photo = await shrink(
      new File([source], "photo", { type: `image/${format}` }),
      PHOTO_EDGE_PX,
    );
    const thumbnail = await shrink(photo, THUMBNAIL_EDGE_PX);
    const bytes = await photo.arrayBuffer();
    const size = readPixelSize(new Uint8Array(bytes), "jpeg");
    if (!size) return err({ kind: "undecodable" });
    const takenAt = format === "jpeg" ? readTakenAt(head) : undefined;
    return ok({
      bytes,
      mediaType: "image/jpeg",
      sha256: await sha256Hex(bytes),
      ...size,
      ...(takenAt ? { takenAt } : {}),
      thumbnail,
    });
  } catch {
    return err({ kind: "undecodable" });
  }
}

/** `useWebWorker: false`: the library's own worker fetches its code from another host. */
function shrink(file: File, maxWidthOrHeight: number): Promise<File> {
  return compressImage(file, {
    useWebWorker: false,
    fileType: "image/jpeg",
    initialQuality: 0.8,
    maxWidthOrHeight,
    maxSizeMB: PHOTO_BUDGET_BYTES / BYTES_PER_MB,
    alwaysKeepResolution: true,
    maxIteration: 6,
  });
}
