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
const AIM = 0.95;

/** A photo that had to be cut and came out smaller than this lost more than it had to: try again. */
const WELL_USED = 0.85;

/** How bytes grow with quality, as a power of it: 0.6 (grain) to 5 (WebP over 0.75) was measured. */
const USUAL_GROWTH = 1.4;

/**
 * Encodes a canvas at about the best quality that fits the budget: usually at the first try, at most
 * in MAX_ENCODES. Pixels are never given up, so a very busy picture may exceed the budget.
 *
 * @param aim.firstQuality 0 to 1; what most pictures fit the budget with
 */
export async function encodePhoto(
  canvas: OffscreenCanvas,
  type: PhotoMediaType,
  aim: { firstQuality?: number; budgetBytes?: number } = {},
): Promise<Blob> {
  const { firstQuality = FIRST_QUALITY[type], budgetBytes = PHOTO_BUDGET_BYTES } = aim;
  const isWellUsed = ({ size }: Blob) => size <= budgetBytes && size >= WELL_USED * budgetBytes;
  let quality = firstQuality;
  let growth = USUAL_GROWTH;
  let blob = await canvas.convertToBlob({ type, quality });
  if (blob.size <= budgetBytes) return blob;

  let fitting: Blob | undefined;
  for (let encodes = 1; encodes < MAX_ENCODES; encodes++) {
    if (isWellUsed(blob) || quality === LEAST_QUALITY[type]) break;
    const wanted = quality * ((AIM * budgetBytes) / blob.size) ** (1 / growth);
    const next = Math.max(LEAST_QUALITY[type], wanted);
    const encoded = await canvas.convertToBlob({ type, quality: next });
    // This picture's own growth, for the last step, which may lead up again.
    growth = Math.max(0.3, Math.log(blob.size / encoded.size) / Math.log(quality / next));
    [quality, blob] = [next, encoded];
    if (blob.size <= budgetBytes && blob.size > (fitting?.size ?? 0)) fitting = blob;
  }
  return fitting ?? blob;
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
