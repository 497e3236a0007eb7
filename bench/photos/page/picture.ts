import { must } from "../../../shared/invariant.ts";
import type { Plane } from "./lanczos.ts";

const SOURCE = { width: 4000, height: 3000, quality: 0.92 };

/** "Exif\0\0", a big-endian TIFF header and one entry: orientation 6, a tablet held upright. */
const APP1_ORIENTATION_6 = Uint8Array.of(
  ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
  ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
);

/** The middle of a photograph as a 12-MP camera JPEG, stored lying down. */
export async function asCameraPhoto(photograph: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(photograph);
  const width = Math.min(bitmap.width, (bitmap.height * 4) / 3);
  const height = (width * 3) / 4;
  const [left, top] = [(bitmap.width - width) / 2, (bitmap.height - height) / 2];
  const canvas = new OffscreenCanvas(SOURCE.width, SOURCE.height);
  const context = must(canvas.getContext("2d"), "a 2d context");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, left, top, width, height, 0, 0, SOURCE.width, SOURCE.height);
  bitmap.close();
  const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: SOURCE.quality });
  return new Blob([jpeg.slice(0, 2), APP1_ORIENTATION_6, jpeg.slice(2)], { type: "image/jpeg" });
}

/** The brightness (BT.601) of a picture as the eye gets it: upright, and shown at `size` if given. */
export async function lumaOf(
  picture: Blob,
  size?: { width: number; height: number },
): Promise<Plane> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: "from-image" });
  const { width, height } = size ?? bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = must(canvas.getContext("2d", { willReadFrequently: true }), "a 2d context");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const [red, green, blue] = [data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0];
    values[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return { width, height, values };
}
