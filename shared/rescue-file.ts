import { MAX_FILE_BYTES } from "./attachment.ts";
import { bytesOfHex, hexOf } from "./hex.ts";
import { err, ok, type Result } from "./result.ts";

// The rescue file (O12–O14): all unsent work of one tablet, readable by the server alone.
//
//   file    = header, chunk*, last chunk
//   header  = "BPMRESCUE1" (10 bytes), key id (8), one-time public key (65, P-256 uncompressed)
//   chunk   = AES-256-GCM of CHUNK_BYTES of the contents; the last chunk of what is left, even nothing
//   nonce   = number of the chunk (11 bytes, big-endian), 1 for the last chunk and 0 for the others
//   key     = HKDF-SHA-256 (no salt) of the ECDH secret of the one-time key and the server's key;
//             info: "bpm-rescue", then the header
//   contents = record*; record = kind (1 byte), length (4 bytes, big-endian), that many bytes:
//             files first, and the manifest as JSON in UTF-8 at the end
//
// The key is of one file, so a counted nonce never repeats under it; a chunk that is moved, missing
// or cut off has the wrong nonce, and a changed header makes another key (the STREAM construction).

/** A rescue file is at most this large; what does not fit is left out, what was sent already first. */
export const MAX_RESCUE_BYTES = 1024 * 1024 * 1024;
export const CHUNK_BYTES = 256 * 1024;
export const TAG_BYTES = 16;
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

const MAGIC = Uint8Array.from("BPMRESCUE1", (letter) => letter.charCodeAt(0));
const KEY_ID_BYTES = 8;
const PUBLIC_KEY_BYTES = 65;
export const RESCUE_HEADER_BYTES = MAGIC.length + KEY_ID_BYTES + PUBLIC_KEY_BYTES;

const INFO = Uint8Array.from("bpm-rescue", (letter) => letter.charCodeAt(0));
const NONCE_BYTES = 12;

/** Both as hexadecimal digits. */
export type RescueHeader = { keyId: string; oneTimeKey: string };

export function writeRescueHeader({ keyId, oneTimeKey }: RescueHeader): Uint8Array<ArrayBuffer> {
  return joined([MAGIC, bytesOfHex(keyId), bytesOfHex(oneTimeKey)]);
}

export function readRescueHeader(
  header: Uint8Array,
): Result<RescueHeader, { kind: "not-a-rescue-file" }> {
  const isOurs =
    header.length === RESCUE_HEADER_BYTES && MAGIC.every((byte, at) => header[at] === byte);
  if (!isOurs) return err({ kind: "not-a-rescue-file" });
  const keyAt = MAGIC.length + KEY_ID_BYTES;
  return ok({
    keyId: hexOf(header.subarray(MAGIC.length, keyAt)),
    oneTimeKey: hexOf(header.subarray(keyAt)),
  });
}

/** The `info` of HKDF: it binds the key to the header. */
export function rescueKeyInfo(header: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined([INFO, header]);
}

export function chunkNonce(index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE_BYTES);
  new DataView(nonce.buffer).setUint32(NONCE_BYTES - 5, index);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

export const RECORD_HEADER_BYTES = 5;
const RECORD_KINDS = { file: 1, manifest: 2 } as const;
const MAX_RECORD_BYTES = { file: MAX_FILE_BYTES, manifest: MAX_MANIFEST_BYTES } as const;
export type RecordKind = keyof typeof RECORD_KINDS;

export function writeRecordHeader(kind: RecordKind, length: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(RECORD_HEADER_BYTES);
  header[0] = RECORD_KINDS[kind];
  new DataView(header.buffer).setUint32(1, length);
  return header;
}

/** @returns undefined for a record that this format does not have */
export function readRecordHeader(
  header: Uint8Array,
): { kind: RecordKind; length: number } | undefined {
  if (header.length !== RECORD_HEADER_BYTES) return undefined;
  const kind = header[0] === RECORD_KINDS.file ? "file" : "manifest";
  if (header[0] !== RECORD_KINDS[kind]) return undefined;
  const length = new DataView(header.buffer, header.byteOffset).getUint32(1);
  return length <= MAX_RECORD_BYTES[kind] ? { kind, length } : undefined;
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
