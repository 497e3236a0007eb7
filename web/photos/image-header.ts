import { isStartOfFrame, jpegSegments } from "./jpeg-segments.ts";

export type ImageFormat = "jpeg" | "png" | "webp" | "gif" | "bmp" | "heic" | "avif";

/** Stored size, before any EXIF rotation. */
export type PixelSize = { width: number; height: number };

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
const AVIF_BRANDS = ["avif", "avis"];

/** What the first bytes say the file is; a name or media type proves nothing. */
export function sniffImage(bytes: Uint8Array): ImageFormat | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  const tag = ascii(bytes, 0, 4);
  if (tag === "RIFF" && ascii(bytes, 8, 4) === "WEBP") return "webp";
  if (tag === "GIF8") return "gif";
  // "BM" alone is two letters of any text: the reserved field of a bitmap is zero.
  if (tag.startsWith("BM") && startsWith(bytes.subarray(6), [0, 0, 0, 0])) return "bmp";
  if (ascii(bytes, 4, 4) === "ftyp") {
    const brand = ascii(bytes, 8, 4);
    if (AVIF_BRANDS.includes(brand)) return "avif";
    if (HEIC_BRANDS.includes(brand)) return "heic";
  }
  return undefined;
}

/** The size a JPEG, PNG or WebP header claims, read without decoding; undefined for other formats. */
export function readPixelSize(bytes: Uint8Array, format: ImageFormat): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "jpeg") {
    for (const { marker, body } of jpegSegments(bytes)) {
      if (!isStartOfFrame(marker) || body.length < 5) continue;
      const frame = new DataView(body.buffer, body.byteOffset, body.byteLength);
      return { height: frame.getUint16(1), width: frame.getUint16(3) };
    }
  }
  if (format === "png" && bytes.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (format === "webp" && bytes.length >= 30) return readWebpSize(view, ascii(bytes, 12, 4));
  return undefined;
}

function readWebpSize(view: DataView, chunk: string): PixelSize | undefined {
  if (chunk === "VP8 ") {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === "VP8X") {
    const width = (view.getUint32(24, true) & 0xffffff) + 1;
    return { width, height: (view.getUint32(26, true) >>> 8) + 1 };
  }
  return undefined;
}

export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

export function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
