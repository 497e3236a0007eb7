import { err, ok, type Result } from "../../shared/result.ts";
import { isBareImage } from "./bare-image.ts";
import { decodePhoto } from "./decode-photo.ts";
import { bestMediaType, encodePhoto, type PhotoMediaType } from "./encode-photo.ts";
import { readTakenAt } from "./exif-date.ts";
import { readPixelSize, sniffImage } from "./image-header.ts";
import {
  PHOTO_BUDGET_BYTES,
  PHOTO_EDGE_PX,
  SOURCE_MAX_BYTES,
  THUMBNAIL_EDGE_PX,
  THUMBNAIL_QUALITY,
} from "./photo-limits.ts";
import { createPaper, fitWithin } from "./photo-paper.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";
import { sha256Hex } from "./sha256-hex.ts";

/**
 * All that is read besides the decoder's own reading: every header a camera writes, and the whole
 * of a file within the budget. Whole photos would pile up as garbage faster than it is collected.
 */
const HEAD_BYTES = 512 * 1024;

export type CompressOptions = { mediaType?: PhotoMediaType };

/**
 * A compressor with one canvas for photos and one for thumbnails, reused for every photo: call it
 * for one photo at a time.
 */
export function createCompressor() {
  const photoPaper = createPaper();
  const thumbnailPaper = createPaper();

  /**
   * Makes a photo ready to store and send: upright, long edge ≤ PHOTO_EDGE_PX, about
   * PHOTO_BUDGET_BYTES, no metadata. A file that is all that already keeps its very bytes.
   *
   * @param options.mediaType the format to write; by default the best this browser can
   */
  return async function compress(
    file: Blob,
    options: CompressOptions = {},
  ): Promise<Result<PreparedPhoto, PhotoError>> {
    const read = await readHead(file);
    if (!read.ok) return read;
    const head = read.value;

    const format = sniffImage(head);
    if (!format) return err({ kind: "undecodable" });
    const takenAt = format === "jpeg" ? readTakenAt(head) : undefined;
    const stored = readPixelSize(head, format);
    const decoded = await decodePhoto(file, head, stored);
    if (!decoded.ok) return decoded;

    const picture = decoded.value;
    const size = fitWithin(picture, PHOTO_EDGE_PX);
    photoPaper.draw(picture, size);
    picture.close();
    thumbnailPaper.draw(photoPaper.canvas, fitWithin(size, THUMBNAIL_EDGE_PX));

    const mediaType = options.mediaType ?? (await bestMediaType());
    const isReady =
      stored !== undefined &&
      Math.max(stored.width, stored.height) <= PHOTO_EDGE_PX &&
      file.size <= PHOTO_BUDGET_BYTES &&
      isBareImage(head, format);
    const blob = isReady
      ? file.slice(0, file.size, `image/${format}`)
      : await encodePhoto(photoPaper.canvas, mediaType);
    const thumbnail = await thumbnailPaper.canvas.convertToBlob({
      type: mediaType,
      quality: THUMBNAIL_QUALITY,
    });
    const output = await blob.arrayBuffer();
    return ok({
      bytes: output,
      mediaType: blob.type === "image/webp" ? "image/webp" : "image/jpeg",
      sha256: await sha256Hex(output),
      ...size,
      ...(takenAt ? { takenAt } : {}),
      thumbnail,
    });
  };
}

async function readHead(file: Blob): Promise<Result<Uint8Array, PhotoError>> {
  if (file.size === 0) return err({ kind: "empty" });
  if (file.size > SOURCE_MAX_BYTES) return err({ kind: "too-large" });
  try {
    return ok(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  } catch {
    return err({ kind: "unreadable" });
  }
}
