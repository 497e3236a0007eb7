import { ascii, type ImageFormat, startsWith } from "./image-header.ts";
import { jpegSegments, SOS } from "./jpeg-segments.ts";

const JFIF = 0xe0;
const ICC = 0xe2;
const ADOBE = 0xee;
const WEBP_PICTURE_CHUNKS = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"];

/**
 * Whether a file provably holds a picture and nothing else: no EXIF, GPS, XMP, IPTC, maker notes,
 * comments or bytes behind the picture. Doubt answers false, and the photo is encoded anew.
 * Photos passed on by a chat app are usually bare, and lose quality for nothing if encoded twice.
 */
export function isBareImage(bytes: Uint8Array, format: ImageFormat): boolean {
  if (format === "jpeg") return isBareJpeg(bytes);
  return format === "webp" && isBareWebp(bytes);
}

/** A copy of a JPEG without the segments that are no part of its picture. Works on damaged files too. */
export function dropJpegMetadata(jpeg: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(jpeg);
  const kept = new Uint8Array(bytes.length);
  kept.set(bytes.subarray(0, 2));
  let read = 2;
  let written = 2;
  for (const { marker, start, end, body } of jpegSegments(bytes)) {
    read = end;
    if (marker !== SOS && !isPictureSegment(marker, body)) continue;
    kept.set(bytes.subarray(start, end), written);
    written += end - start;
  }
  kept.set(bytes.subarray(read), written);
  return kept.buffer.slice(0, written + bytes.length - read);
}

function isBareJpeg(bytes: Uint8Array): boolean {
  for (const { marker, end, body } of jpegSegments(bytes)) {
    if (marker === SOS) return endsWithPicture(bytes, end);
    if (!isPictureSegment(marker, body)) return false;
  }
  return false;
}

function isPictureSegment(marker: number, body: Uint8Array): boolean {
  // An APP0 longer than 14 bytes carries a thumbnail of the picture before it was edited.
  if (marker === JFIF) return ascii(body, 0, 5) === "JFIF\0" && body.length === 14;
  if (marker === ICC) return ascii(body, 0, 12) === "ICC_PROFILE\0";
  if (marker === ADOBE) return ascii(body, 0, 5) === "Adobe" && body.length === 12;
  return marker >= 0xc0 && marker <= 0xdf; // frames and tables
}

/** Walks the entropy-coded data of every scan to an end marker that is also the end of the file. */
function endsWithPicture(bytes: Uint8Array, from: number): boolean {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2 === bytes.length;
    const isData = marker === 0 || (marker >= 0xd0 && marker <= 0xd7);
    if (isData) {
      at += 2;
      continue;
    }
    if (marker < 0xc0 || marker > 0xdf) return false;
    // Tables and headers of the next scan of a progressive picture.
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
}

function isBareWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) || bytes.length < 20) return false;
  if (view.getUint32(4, true) + 8 !== bytes.length) return false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (!WEBP_PICTURE_CHUNKS.includes(ascii(bytes, at, 4))) return false;
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return at === bytes.length;
}
