import { err, ok, type Result } from "../../shared/result.ts";
import type { PixelSize } from "./image-header.ts";
import { DECODE_MAX_PIXELS, PHOTO_EDGE_PX, SOURCE_MAX_PIXELS } from "./photo-limits.ts";
import type { PhotoError } from "./prepared-photo.ts";

/** A picture to draw upright, and its size before any reduction. `close` frees them at once instead of at some collection. */
export type DecodedPhoto = {
  picture: ImageBitmap;
  width: number;
  height: number;
  close(): void;
};

/** A JPEG decoder can shrink by eighths while it decodes (the DCT has 8 × 8 terms). */
const DCT_STEPS = 8;

/**
 * Decodes a photo upright, whatever its EXIF orientation.
 *
 * A large JPEG is decoded at reduced size where the browser offers that (WebCodecs): half the time
 * and a quarter of the memory of a whole 12-MP picture, a tenth of a 48-MP one. Everything else
 * goes through createImageBitmap, whole.
 */
export async function decodePhoto(
  file: Blob,
  head: Uint8Array,
  stored: PixelSize | undefined,
): Promise<Result<DecodedPhoto, PhotoError>> {
  if (stored && stored.width * stored.height > SOURCE_MAX_PIXELS) return err({ kind: "too-large" });
  const reduced = stored && reducedSize(head, stored);
  if (reduced) {
    const decoded = await decodeReduced(file, stored, reduced);
    if (decoded) return ok(decoded);
  }
  if (stored && stored.width * stored.height > DECODE_MAX_PIXELS) return err({ kind: "too-large" });
  return decodeWhole(file);
}

/** The smallest size the JPEG decoder can produce that still has PHOTO_EDGE_PX, if any is smaller. */
function reducedSize(head: Uint8Array, stored: PixelSize): PixelSize | undefined {
  const edge = Math.max(stored.width, stored.height);
  const eighths = Math.ceil((DCT_STEPS * PHOTO_EDGE_PX) / edge);
  const isJpeg = head[0] === 0xff && head[1] === 0xd8;
  if (!isJpeg || eighths >= DCT_STEPS || !canDecodeReduced()) {
    return undefined;
  }
  return {
    width: Math.ceil((stored.width * eighths) / DCT_STEPS),
    height: Math.ceil((stored.height * eighths) / DCT_STEPS),
  };
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

/** Answers undefined wherever createImageBitmap should have the last word. */
async function decodeReduced(
  file: Blob,
  stored: PixelSize,
  reduced: PixelSize,
): Promise<DecodedPhoto | undefined> {
  const decoder = new ImageDecoder({
    data: file.stream(),
    type: "image/jpeg",
    desiredWidth: reduced.width,
    desiredHeight: reduced.height,
    preferAnimation: false,
  });
  try {
    const { image } = await decoder.decode();
    // A drawn frame keeps its memory until some garbage collection, a closed bitmap does not.
    const picture = await createImageBitmap(image);
    image.close();
    const isTurned = picture.width > picture.height !== stored.width > stored.height;
    const size = isTurned ? { width: stored.height, height: stored.width } : stored;
    return { picture, ...size, close: () => picture.close() };
  } catch {
    return undefined;
  } finally {
    decoder.close();
  }
}

async function decodeWhole(file: Blob): Promise<Result<DecodedPhoto, PhotoError>> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = picture;
    return ok({ picture, width, height, close: () => picture.close() });
  } catch {
    return err({ kind: "undecodable" });
  }
}
