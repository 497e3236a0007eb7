import { PHOTO_BUDGET_BYTES } from "./photo-limits.ts";

export type PhotoMediaType = "image/webp" | "image/jpeg";

/**
 * Starting qualities that most photos fit the budget with, so that one encode is enough. WebP's was
 * chosen for at most 0.70 × the bytes of the usual JPEG of quality 0.8 (see bench/README.md).
 */
const FIRST_QUALITY: Record<PhotoMediaType, number> = { "image/webp": 0.87, "image/jpeg": 0.8 };

/** Below these, faces and handwriting suffer visibly; such a photo may exceed the budget instead. */
const LEAST_QUALITY: Record<PhotoMediaType, number> = { "image/webp": 0.35, "image/jpeg": 0.4 };

const MAX_ENCODES = 3;

/** Aiming a little below the budget makes the second encode the last one for most. */
const AIM_BYTES = 0.95 * PHOTO_BUDGET_BYTES;

/** A photo that had to be cut and came out smaller than this lost more than it had to: try again. */
const WELL_USED_BYTES = 0.85 * PHOTO_BUDGET_BYTES;

/** How bytes grow with quality, as a power of it: 0.6 (grain) to 5 (WebP over 0.75) was measured. */
const USUAL_GROWTH = 1.4;

/**
 * Encodes a canvas at about the best quality that fits PHOTO_BUDGET_BYTES: usually at the first try,
 * at most in MAX_ENCODES. Pixels are never given up, so a very busy picture may exceed the budget.
 */
export async function encodePhoto(canvas: OffscreenCanvas, type: PhotoMediaType): Promise<Blob> {
  let quality = FIRST_QUALITY[type];
  let growth = USUAL_GROWTH;
  let blob = await canvas.convertToBlob({ type, quality });
  if (blob.size <= PHOTO_BUDGET_BYTES) return blob;

  let fitting: Blob | undefined;
  for (let encodes = 1; encodes < MAX_ENCODES; encodes++) {
    if (isWellUsed(blob) || quality === LEAST_QUALITY[type]) break;
    const wanted = quality * (AIM_BYTES / blob.size) ** (1 / growth);
    const next = Math.max(LEAST_QUALITY[type], wanted);
    const encoded = await canvas.convertToBlob({ type, quality: next });
    // This picture's own growth, for the last step, which may lead up again.
    growth = Math.max(0.3, Math.log(blob.size / encoded.size) / Math.log(quality / next));
    [quality, blob] = [next, encoded];
    if (blob.size <= PHOTO_BUDGET_BYTES && blob.size > (fitting?.size ?? 0)) fitting = blob;
  }
  return fitting ?? blob;
}

function isWellUsed({ size }: Blob): boolean {
  return size <= PHOTO_BUDGET_BYTES && size >= WELL_USED_BYTES;
}

let encodesWebp: Promise<boolean> | undefined;

/** WebP where this browser can write it (not Safari, which silently answers with a PNG), else JPEG. */
export async function bestMediaType(): Promise<PhotoMediaType> {
  encodesWebp ??= canEncode("image/webp");
  return (await encodesWebp) ? "image/webp" : "image/jpeg";
}

async function canEncode(type: string): Promise<boolean> {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.getContext("2d");
  return (await canvas.convertToBlob({ type })).type === type;
}
