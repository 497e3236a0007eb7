import { must } from "../../shared/invariant.ts";

// Pictures for tests, drawn and taken apart by code of their own: none of it is code under test.

export const CORNERS = {
  topLeft: [220, 30, 30],
  topRight: [30, 180, 30],
  bottomLeft: [30, 30, 220],
  bottomRight: [230, 220, 30],
} as const;

type Picture = { width: number; height: number; type?: string; quality?: number };

/** Four coloured quarters, so that every turn and every mirror image shows. */
export function aPicture(
  wanted: Picture,
  colorSpace: PredefinedColorSpace = "srgb",
): Promise<Blob> {
  const { width, height, type = "image/jpeg", quality = 0.9 } = wanted;
  const canvas = new OffscreenCanvas(width, height);
  const context = must(canvas.getContext("2d", { colorSpace }), "a 2d context");
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const quarters = [
    [CORNERS.topLeft, 0, 0],
    [CORNERS.topRight, halfWidth, 0],
    [CORNERS.bottomLeft, 0, halfHeight],
    [CORNERS.bottomRight, halfWidth, halfHeight],
  ] as const;
  for (const [rgb, x, y] of quarters) {
    context.fillStyle = `rgb(${rgb.join(" ")})`;
    context.fillRect(x, y, halfWidth, halfHeight);
  }
  return canvas.convertToBlob({ type, quality });
}

/** Random pixels: nothing compresses worse. */
export function aNoisyPicture({ width, height, type = "image/jpeg", quality = 0.95 }: Picture) {
  const canvas = new OffscreenCanvas(width, height);
  const context = must(canvas.getContext("2d"), "a 2d context");
  const pixels = context.createImageData(width, height);
  const words = new Uint32Array(pixels.data.buffer);
  let seed = 1;
  for (let i = 0; i < words.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    words[i] = seed | 0xff000000;
  }
  context.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type, quality });
}

export type Exif = { orientation?: number; takenAt?: string; offset?: string };

/** Puts an APP1 EXIF segment, with a GPS directory, and an XMP one behind the SOI of a JPEG. */
export async function withExif(jpeg: Blob, exif: Exif): Promise<File> {
  const xmp = segment(
    0xe1,
    ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude</x:xmpmeta>"),
  );
  const parts = [jpeg.slice(0, 2), segment(0xe1, exifBody(exif)), xmp, jpeg.slice(2)];
  return new File(parts, "IMG_0001.jpg", { type: "image/jpeg", lastModified: 1_700_000_000_000 });
}

function segment(marker: number, body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const length = body.length + 2;
  return new Uint8Array([0xff, marker, length >> 8, length & 0xff, ...body]);
}

/** "Exif\0\0" and a big-endian TIFF: IFD0 (orientation, pointers), Exif IFD (dates), GPS IFD. */
function exifBody({ orientation = 1, takenAt = "", offset = "" }: Exif): Uint8Array<ArrayBuffer> {
  const IFD0 = 8;
  const EXIF = IFD0 + 2 + 3 * 12 + 4;
  const GPS = EXIF + 2 + 2 * 12 + 4;
  const TEXTS = GPS + 2 + 12 + 4;
  const bytes = new Uint8Array(TEXTS + 64);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii("MM\0*"), 0);
  view.setUint32(4, IFD0);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
    view.setUint32(at + 8, type === 3 ? value * 0x10000 : value);
  };
  view.setUint16(IFD0, 3);
  entry(IFD0 + 2, 0x0112, 3, 1, orientation);
  entry(IFD0 + 14, 0x8769, 4, 1, EXIF);
  entry(IFD0 + 26, 0x8825, 4, 1, GPS);
  view.setUint16(EXIF, 2);
  entry(EXIF + 2, takenAt ? 0x9003 : 0x9999, 2, 20, TEXTS);
  entry(EXIF + 14, offset ? 0x9011 : 0x9998, 2, 7, TEXTS + 32);
  view.setUint16(GPS, 1);
  entry(GPS + 2, 0x0001, 2, 2, 0x4e000000);
  bytes.set(ascii(takenAt), TEXTS);
  bytes.set(ascii(offset), TEXTS + 32);
  return new Uint8Array([...ascii("Exif\0\0"), ...bytes]);
}

/** A baseline CMYK JPEG of one 8 × 8 block: tables of one code each, and one byte of picture. */
export function aCmykJpeg(): Blob {
  const oneCode = [1, ...new Array<number>(15).fill(0), 0];
  const components = [1, 2, 3, 4];
  return new Blob([
    new Uint8Array([0xff, 0xd8]),
    segment(0xee, new Uint8Array([...ascii("Adobe"), 0, 100, 0, 0, 0, 0, 0])),
    segment(0xdb, new Uint8Array([0, ...new Array<number>(64).fill(1)])),
    segment(0xc0, new Uint8Array([8, 0, 8, 0, 8, 4, ...components.flatMap((id) => [id, 0x11, 0])])),
    segment(0xc4, new Uint8Array([0x00, ...oneCode])),
    segment(0xc4, new Uint8Array([0x10, ...oneCode])),
    segment(0xda, new Uint8Array([4, ...components.flatMap((id) => [id, 0]), 0, 63, 0])),
    new Uint8Array([0x00, 0xff, 0xd9]),
  ]);
}

/** The names of everything in a JPEG or WebP file: "FFE1 Exif", "VP8X flags=20", "EXIF" … */
export function inventory(bytes: ArrayBuffer): string[] {
  const view = new DataView(bytes);
  const text = (at: number, length: number) =>
    new TextDecoder("latin1").decode(new Uint8Array(bytes, at, length));
  const found: string[] = [];
  if (text(0, 4) === "RIFF") {
    for (let at = 12; at < bytes.byteLength; ) {
      const size = view.getUint32(at + 4, true);
      found.push(text(at, 4));
      at += 8 + size + (size & 1);
    }
    return found;
  }
  for (let at = 2; at < bytes.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at).toString(16);
    found.push(marker);
    if (marker === "ffda") return found;
  }
  return found;
}

/** The colour a little inside each corner of an encoded picture. */
export async function cornersOf(blob: Blob): Promise<Record<keyof typeof CORNERS, number[]>> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const context = must(new OffscreenCanvas(width, height).getContext("2d"), "a 2d context");
  context.drawImage(bitmap, 0, 0);
  const [left, right] = [Math.floor(width / 8), Math.floor((width * 7) / 8)];
  const [top, bottom] = [Math.floor(height / 8), Math.floor((height * 7) / 8)];
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)];
  return {
    topLeft: at(left, top),
    topRight: at(right, top),
    bottomLeft: at(left, bottom),
    bottomRight: at(right, bottom),
  };
}

/** The corner a colour belongs to, allowing for what compression does to it. */
export function nearestCorner(rgb: readonly number[]): string | undefined {
  const distance = (to: readonly number[]) =>
    Math.max(...to.map((value, i) => Math.abs(value - (rgb[i] ?? 0))));
  return Object.entries(CORNERS).find(([, colour]) => distance(colour) < 40)?.[0];
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
