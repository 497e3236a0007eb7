import { ascii } from "./image-header.ts";
import { APP1, jpegSegments } from "./jpeg-segments.ts";

const EXIF_IFD = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const ENTRY_BYTES = 12;

/** EXIF clocks carry no zone unless the camera says so; these tablets live in Asia/Bangkok. */
const BANGKOK_OFFSET = "+07:00";

/**
 * When the shutter was pressed, as an ISO 8601 UTC instant, from EXIF DateTimeOriginal (Exif 2.32
 * §4.6.5). Undefined when the JPEG does not say, or says something that is no date.
 */
export function readTakenAt(jpeg: Uint8Array): string | undefined {
  for (const { marker, body } of jpegSegments(jpeg)) {
    if (marker !== APP1 || ascii(body, 0, 6) !== "Exif\0\0") continue;
    const tiff = openTiff(body.subarray(6));
    const pointer = tiff?.entry(tiff.first, EXIF_IFD);
    if (!tiff || pointer === undefined) return undefined;
    const ifd = tiff.uint32(pointer + 8);
    const local = tiff.text(ifd, DATE_TIME_ORIGINAL);
    return local && toInstant(local, tiff.text(ifd, OFFSET_TIME_ORIGINAL));
  }
  return undefined;
}

/** "2026:11:23 09:30:00" and "+07:00" → "2026-11-23T02:30:00.000Z". */
function toInstant(local: string, offset: string | undefined): string | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(local);
  if (!parts) return undefined;
  const [, year, month, day, time] = parts;
  const zone = offset && /^[+-]\d\d:\d\d/.test(offset) ? offset.slice(0, 6) : BANGKOK_OFFSET;
  const instant = new Date(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

/** Reads past the end answer 0 or "nothing here": the offsets come from the file. */
function openTiff(bytes: Uint8Array) {
  const order = ascii(bytes, 0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const little = order === "II";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const uint16 = (at: number) => (at + 2 <= bytes.length ? view.getUint16(at, little) : 0);
  const uint32 = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, little) : 0);

  function entry(ifd: number, tag: number): number | undefined {
    const count = uint16(ifd);
    for (let i = 0; i < count; i++) {
      const at = ifd + 2 + i * ENTRY_BYTES;
      if (at + ENTRY_BYTES > bytes.length) return undefined;
      if (uint16(at) === tag) return at;
    }
    return undefined;
  }

  function text(ifd: number, tag: number): string | undefined {
    const at = entry(ifd, tag);
    if (at === undefined) return undefined;
    const length = uint32(at + 4);
    // Values of up to four bytes stand in the entry itself; dates and offsets never are.
    return length > 4 && length < 64 ? ascii(bytes, uint32(at + 8), length) : undefined;
  }

  return { first: uint32(4), uint32, entry, text };
}
