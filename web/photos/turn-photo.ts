import { err, ok, type Result } from "../../shared/result.ts";
import { bestMediaType, encodePhoto } from "./encode-photo.ts";
import { PHOTO_BUDGET_BYTES, THUMBNAIL_EDGE_PX, THUMBNAIL_QUALITY } from "./photo-limits.ts";
import { createPaper, fitWithin, type QuarterTurns, turned } from "./photo-paper.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** Of a photo that was encoded once already: what a second time may lose is kept small. */
const TURNED_QUALITY = 0.95;
const MAX_GROWTH = 1.25;

/**
 * Turns a kept photo to the right, at its full size. It is encoded anew, so turn it from what was
 * taken in, not from what was turned before: then it loses once, however often it is turned.
 */
export async function turnPhoto(
  file: Blob,
  quarters: QuarterTurns,
): Promise<Result<PreparedPhoto, PhotoError>> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return err({ kind: "undecodable" });
  const photoPaper = createPaper();
  photoPaper.draw(picture, picture, quarters);
  const size = turned({ width: picture.width, height: picture.height }, quarters);
  picture.close();
  const thumbnailPaper = createPaper();
  thumbnailPaper.draw(photoPaper.canvas, fitWithin(size, THUMBNAIL_EDGE_PX));

  const mediaType = file.type === "image/jpeg" ? file.type : await bestMediaType();
  const blob = await encodePhoto(photoPaper.canvas, mediaType, {
    firstQuality: TURNED_QUALITY,
    budgetBytes: Math.max(PHOTO_BUDGET_BYTES, MAX_GROWTH * file.size),
  });
  const thumbnail = await thumbnailPaper.canvas.convertToBlob({
    type: mediaType,
    quality: THUMBNAIL_QUALITY,
  });
  const bytes = await blob.arrayBuffer();
  return ok({ bytes, mediaType, sha256: await sha256Hex(bytes), ...size, thumbnail });
}
