import { dropJpegMetadata } from "./bare-image.ts";
import { ascii, type ImageFormat } from "./image-header.ts";

const PNG_SIGNATURE_BYTES = 8;
const RIFF_HEADER_BYTES = 12;

/** Colour, transparency, size and animation; texts, EXIF, time and private chunks are not here. */
const PNG_PICTURE_CHUNK =
  /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/;
const WEBP_PICTURE_CHUNK = /^(VP8[ LX]|ALPH|ICCP|ANIM|ANMF)$/;

/** Bits of the first byte of VP8X: "there is an XMP chunk", "there is an EXIF chunk". */
const VP8X_METADATA_FLAGS = 0b1100;

/**
 * A copy of a JPEG, PNG or WebP without place, device, comments or anything else that is no part of
 * the picture. Works on damaged files too. HEIC comes back as it is: its metadata is addressed by
 * position, and cannot be cut out without rewriting the file.
 */
export function dropMetadata(source: ArrayBuffer, format: ImageFormat): ArrayBuffer {
  if (format === "jpeg") return dropJpegMetadata(source);
  if (format === "png") return dropPngMetadata(source);
  return format === "webp" ? dropWebpMetadata(source) : source;
}

function dropPngMetadata(source: ArrayBuffer): ArrayBuffer {
  const view = new DataView(source);
  return keepChunks(source, PNG_SIGNATURE_BYTES, (at) => ({
    end: at + 12 + view.getUint32(at),
    isPicture: PNG_PICTURE_CHUNK.test(ascii(new Uint8Array(source), at + 4, 4)),
  }));
}

function dropWebpMetadata(source: ArrayBuffer): ArrayBuffer {
  const view = new DataView(source);
  const bare = keepChunks(source, RIFF_HEADER_BYTES, (at) => {
    const size = view.getUint32(at + 4, true);
    const type = ascii(new Uint8Array(source), at, 4);
    return { end: at + 8 + size + (size % 2), isPicture: WEBP_PICTURE_CHUNK.test(type) };
  });
  const header = new DataView(bare);
  header.setUint32(4, bare.byteLength - 8, true);
  if (bare.byteLength > 20 && ascii(new Uint8Array(bare), 12, 4) === "VP8X") {
    header.setUint8(20, header.getUint8(20) & ~VP8X_METADATA_FLAGS);
  }
  return bare;
}

/** The first `start` bytes and all chunks of the picture; one that is cut off is kept as far as it goes. */
function keepChunks(
  source: ArrayBuffer,
  start: number,
  chunkAt: (at: number) => { end: number; isPicture: boolean },
): ArrayBuffer {
  const bytes = new Uint8Array(source);
  const kept = new Uint8Array(bytes.length);
  kept.set(bytes.subarray(0, start));
  let written = start;
  for (let at = start; at + 8 <= bytes.length; ) {
    const { end, isPicture } = chunkAt(at);
    const chunk = bytes.subarray(at, end);
    if (isPicture) {
      kept.set(chunk, written);
      written += chunk.length;
    }
    at = end;
  }
  return kept.buffer.slice(0, written);
}
