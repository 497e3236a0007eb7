/** One marker segment of a JPEG header; `body` excludes marker and length. */
export type JpegSegment = { marker: number; start: number; end: number; body: Uint8Array };

export const SOS = 0xda;
export const APP1 = 0xe1;

/**
 * The header segments of a JPEG in file order, up to and including the first SOS (start of scan).
 * Stops early, without throwing, where the bytes stop making sense (ITU T.81 B.1).
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return;
    yield { marker, start: at, end, body: bytes.subarray(at + 4, end) };
    if (marker === SOS) return;
    at = end;
  }
}

/** SOF0–SOF15 carry the size; C4, C8 and CC in that range are tables. */
export function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
