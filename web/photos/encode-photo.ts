import { PHOTO_BUDGET_BYTES } from "./photo-limits.ts";

export type PhotoMediaType = "image/webp" | "image/jpeg";

/** Starting qualities that most photos fit the budget with, so that one encode is enough. */
const FIRST_QUALITY: Record<PhotoMediaType, number> = { "image/webp": 0.78, "image/jpeg": 0.8 };

/** Below these, faces and handwriting suffer visibly; such a photo may exceed the budget instead. */
const LEAST_QUALITY: Record<PhotoMediaType, number> = { "image/webp": 0.45, "image/jpeg": 0.5 };

const MAX_ENCODES = 3;

/** Aiming a little below the budget makes the second encode the last one. */
const AIM = 0.92;

/**
 * Encodes a canvas at the best quality that fits PHOTO_BUDGET_BYTES: usually the first try, at most
 * MAX_ENCODES. Size in pixels is never given up, so a very busy picture may stay above the budget.
 */
export async function encodePhoto(canvas: OffscreenCanvas, type: PhotoMediaType): Promise<Blob> {
  let quality = FIRST_QUALITY[type];
  let blob = await canvas.convertToBlob({ type, quality });
  for (let encodes = 1; encodes < MAX_ENCODES; encodes++) {
    if (blob.size <= PHOTO_BUDGET_BYTES || quality === LEAST_QUALITY[type]) break;
    quality = nextQuality(type, quality, (AIM * PHOTO_BUDGET_BYTES) / blob.size);
    blob = await canvas.convertToBlob({ type, quality });
  }
  return blob;
}

/** Around these qualities bytes fall a little slower than quality squared does. */
function nextQuality(type: PhotoMediaType, quality: number, wantedRatio: number): number {
  return Math.max(LEAST_QUALITY[type], quality * wantedRatio ** 0.6);
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
