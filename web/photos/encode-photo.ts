import { PHOTO_BUDGET_BYTES } from "./photo-limits.ts";

export type PhotoMediaType = "image/webp" | "image/jpeg";

/** Starting qualities that most photos fit the budget with, so that one encode is enough. */
const FIRST_QUALITY: Record<PhotoMediaType, number> = { "image/webp": 0.86, "image/jpeg": 0.8 };

/** Below these, faces and handwriting suffer visibly; such a photo may exceed the budget instead. */
const LEAST_QUALITY: Record<PhotoMediaType, number> = { "image/webp": 0.35, "image/jpeg": 0.4 };

const MAX_ENCODES = 3;

/** Aiming a little below the budget makes the second encode the last one for most. */
const AIM_BYTES = 0.95 * PHOTO_BUDGET_BYTES;

/** How bytes grow with quality, as a power of it: 0.6 (grain) to 1.5 (foliage) was measured. */
const USUAL_GROWTH = 1.4;

/**
 * Encodes a canvas at about the best quality that fits PHOTO_BUDGET_BYTES: usually at the first try,
 * at most in MAX_ENCODES. Pixels are never given up, so a very busy picture may exceed the budget.
 */
export async function encodePhoto(canvas: OffscreenCanvas, type: PhotoMediaType): Promise<Blob> {
  let quality = FIRST_QUALITY[type];
  let growth = USUAL_GROWTH;
  let blob = await canvas.convertToBlob({ type, quality });
  for (let encodes = 1; encodes < MAX_ENCODES; encodes++) {
    if (blob.size <= PHOTO_BUDGET_BYTES || quality === LEAST_QUALITY[type]) break;
    const wanted = quality * (AIM_BYTES / blob.size) ** (1 / growth);
    const lower = Math.max(LEAST_QUALITY[type], wanted);
    const smaller = await canvas.convertToBlob({ type, quality: lower });
    // This picture's own growth, for the last step.
    growth = Math.max(0.3, Math.log(blob.size / smaller.size) / Math.log(quality / lower));
    [quality, blob] = [lower, smaller];
  }
  return blob;
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
