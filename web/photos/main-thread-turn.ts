import { must } from "../../shared/invariant.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { PixelSize } from "./image-header.ts";
import { THUMBNAIL_EDGE_PX, THUMBNAIL_QUALITY } from "./photo-limits.ts";
import { fitWithin, type QuarterTurns, turned, turnMatrix } from "./photo-paper.ts";
import type { PhotoError, PreparedPhoto } from "./prepared-photo.ts";
import { sha256Hex } from "./sha256-hex.ts";

const TURNED_QUALITY = 0.9;

/** `turnPhoto` for browsers that cannot draw in a worker; JPEG, which all of them can write. */
export async function turnOnMainThread(
  file: Blob,
  quarters: QuarterTurns,
): Promise<Result<PreparedPhoto, PhotoError>> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
  } catch {
    return err({ kind: "undecodable" });
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const stored = { width: image.naturalWidth, height: image.naturalHeight };
  const photo = draw(image, stored, quarters);
  const size = turned(stored, quarters);
  const blob = await jpegOf(photo, TURNED_QUALITY);
  const thumbnail = await jpegOf(
    draw(photo, fitWithin(size, THUMBNAIL_EDGE_PX), 0),
    THUMBNAIL_QUALITY,
  );
  if (!blob || !thumbnail) return err({ kind: "crashed" });
  const bytes = await blob.arrayBuffer();
  const sha256 = await sha256Hex(bytes);
  return ok({ bytes, mediaType: "image/jpeg", sha256, ...size, thumbnail });
}

function draw(picture: CanvasImageSource, size: PixelSize, quarters: QuarterTurns) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, turned(size, quarters));
  const context = must(canvas.getContext("2d"), "a 2d context on a fresh canvas");
  context.setTransform(turnMatrix(size, quarters));
  context.drawImage(picture, 0, 0, size.width, size.height);
  return canvas;
}

function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
