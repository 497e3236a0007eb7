import { bytesOfHex, hexOf } from "../../shared/hex.ts";
import type { RescueKey } from "../../shared/person.ts";
import {
  CHUNK_BYTES,
  chunkNonce,
  rescueKeyInfo,
  writeRescueHeader,
} from "../../shared/rescue-file.ts";

const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;
const SECRET_BITS = 256;
/** Chunks that become one part of the Blob; the browser may keep parts on disk. */
const CHUNKS_PER_PART = 32;

/** Seals what is written to it, chunk by chunk, so that no more than one part of it is in memory. */
export type Sealer = {
  write(bytes: Uint8Array): Promise<void>;
  /** The whole file; nothing may be written after it. */
  finish(): Promise<Blob>;
};

/** A sealed file is readable with the server's private key and by nobody else, the sealer included. */
export async function createSealer({
  keyId,
  publicKey,
}: Pick<RescueKey, "keyId" | "publicKey">): Promise<Sealer> {
  const oneTime = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const oneTimeKey = new Uint8Array(await crypto.subtle.exportKey("raw", oneTime.publicKey));
  const header = writeRescueHeader({ keyId, oneTimeKey: hexOf(oneTimeKey) });
  const key = await fileKey(oneTime.privateKey, bytesOfHex(publicKey), header);

  const parts: Blob[] = [new Blob([header])];
  let chunks: ArrayBuffer[] = [];
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  let index = 0;

  async function sealChunk(isLast: boolean): Promise<void> {
    const iv = chunkNonce(index, isLast);
    const text = chunk.subarray(0, filled);
    chunks.push(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text));
    index += 1;
    filled = 0;
    if (!isLast && chunks.length < CHUNKS_PER_PART) return;
    parts.push(new Blob(chunks));
    chunks = [];
  }

  return {
    async write(bytes) {
      let at = 0;
      while (at < bytes.length) {
        // Not before there is more to write: a full chunk may be the last one.
        if (filled === CHUNK_BYTES) await sealChunk(false);
        const piece = bytes.subarray(at, at + CHUNK_BYTES - filled);
        chunk.set(piece, filled);
        filled += piece.length;
        at += piece.length;
      }
    },
    async finish() {
      await sealChunk(true);
      return new Blob(parts, { type: "application/octet-stream" });
    },
  };
}

async function fileKey(
  oneTimeKey: CryptoKey,
  serverKey: Uint8Array<ArrayBuffer>,
  header: Uint8Array,
): Promise<CryptoKey> {
  const server = await crypto.subtle.importKey("raw", serverKey, CURVE, false, []);
  const agreed = { name: "ECDH", public: server };
  const secret = await crypto.subtle.deriveBits(agreed, oneTimeKey, SECRET_BITS);
  const source = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = rescueKeyInfo(header);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(derivation, source, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
  ]);
}
