import { err, ok, type Result } from "../../shared/result.ts";
import type { PixelSize } from "./image-header.ts";
import {
  DECODE_MAX_PIXELS,
  PHOTO_EDGE_PX,
  REDUCE_FROM_PIXELS,
  SOURCE_MAX_PIXELS,
} from "./photo-limits.ts";
import type { PhotoError } from "./prepared-photo.ts";

/** A JPEG decoder can shrink by eighths while it decodes (the DCT has 8 × 8 terms). */
const DCT_STEPS = 8;

/**
 * Decodes a photo upright, whatever its EXIF orientation: whole, or, where it is a JPEG of
 * REDUCE_FROM_PIXELS or more, at a reduced size that still has PHOTO_EDGE_PX. Close the bitmap as
 * soon as it is drawn: it is freed at once then, and not at some garbage collection.
 *
 * @param head the first bytes of `file`
 * @param stored the size its header claims, if it can be read
 */
export async function decodePhoto(
  file: Blob,
  head: Uint8Array,
  stored: PixelSize | undefined,
): Promise<Result<ImageBitmap, PhotoError>> {
  const pixels = stored ? stored.width * stored.height : 0;
  if (pixels > SOURCE_MAX_PIXELS) return err({ kind: "too-large" });
  const isJpeg = head[0] === 0xff && head[1] === 0xd8;
  if (stored && isJpeg && pixels >= REDUCE_FROM_PIXELS && canDecodeReduced()) {
    const reduced = await decodeReduced(file, stored);
    if (reduced) return ok(reduced);
  }
  if (pixels > DECODE_MAX_PIXELS) return err({ kind: "too-large" });
  try {
    return ok(await createImageBitmap(file, { imageOrientation: "from-image" }));
  } catch {
    return err({ kind: "undecodable" });
  }
}

/** Frames that know no `rotation` come out lying on their side, so those browsers do not count. */
function canDecodeReduced(): boolean {
  return (
    "ImageDecoder" in globalThis &&
    "VideoFrame" in globalThis &&
    "rotation" in VideoFrame.prototype &&
    "flip" in VideoFrame.prototype
  );
}

/**
 * The resize options of createImageBitmap would be shorter, but decode every pixel first. Answers
 * undefined where createImageBitmap should have the last word.
 */
async function decodeReduced(file: Blob, stored: PixelSize): Promise<ImageBitmap | undefined> {
  const edge = Math.max(stored.width, stored.height);
  const scale = Math.ceil((DCT_STEPS * PHOTO_EDGE_PX) / edge) / DCT_STEPS;
  const decoder = new ImageDecoder({
    data: file.stream(),
    type: "image/jpeg",
    desiredWidth: Math.ceil(stored.width * scale),
    desiredHeight: Math.ceil(stored.height * scale),
    preferAnimation: false,
  });
  try {
    const { image } = await decoder.decode();
    // A frame keeps its memory until some garbage collection even when it is closed.
    const picture = await createImageBitmap(image);
    image.close();
    return picture;
  } catch {
    return undefined;
  } finally {
    decoder.close();
  }
}
