import { createDecipheriv, hkdfSync } from "node:crypto";
import {
  CHUNK_BYTES,
  chunkNonce,
  RESCUE_HEADER_BYTES,
  readRescueHeader,
  rescueKeyInfo,
  TAG_BYTES,
} from "../../shared/rescue-file.ts";
import { AppError } from "../app-error.ts";
import { createByteReader } from "./byte-reader.ts";
import type { PrivateKey } from "./rescue-keys.ts";

const KEY_BYTES = 32;

export type Unsealed = {
  key: PrivateKey;
  /** The contents, piece by piece. The end comes only where nothing is missing. */
  contents: AsyncIterable<Buffer>;
};

/**
 * Opens a rescue file with the server's key, as it streams in.
 *
 * @throws AppError 400 rescue-foreign for another server's file, rescue-damaged for what is no
 * rescue file or was changed; while `contents` is read, too, and at its end for one cut short
 */
export async function unseal(
  sealed: AsyncIterable<Uint8Array>,
  findKey: (keyId: string) => Promise<PrivateKey | undefined>,
): Promise<Unsealed> {
  const reader = createByteReader(sealed);
  const header = await reader.take(RESCUE_HEADER_BYTES);
  const read = readRescueHeader(header);
  if (!read.ok) throw damaged();
  const { keyId, oneTimeKey } = read.value;
  const key = await findKey(keyId);
  if (!key) throw new AppError(400, "rescue-foreign", "Sealed for another server");
  const secret = attempt(() => key.sharedSecret(oneTimeKey));
  const fileKey = Buffer.from(hkdfSync("sha256", secret, "", rescueKeyInfo(header), KEY_BYTES));

  async function* contents() {
    let chunk = await reader.take(CHUNK_BYTES + TAG_BYTES);
    for (let index = 0; ; index += 1) {
      const next = await reader.take(CHUNK_BYTES + TAG_BYTES);
      const isLast = next.length === 0;
      yield openChunk(fileKey, chunkNonce(index, isLast), chunk);
      if (isLast) return;
      chunk = next;
    }
  }
  return { key, contents: contents() };
}

export function damaged(): AppError {
  return new AppError(400, "rescue-damaged", "Not a rescue file, or not all of it as it was made");
}

function openChunk(key: Buffer, nonce: Uint8Array, chunk: Buffer): Buffer {
  if (chunk.length < TAG_BYTES) throw damaged();
  const textEnd = chunk.length - TAG_BYTES;
  return attempt(() => {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(chunk.subarray(textEnd));
    return Buffer.concat([decipher.update(chunk.subarray(0, textEnd)), decipher.final()]);
  });
}

/** Node's crypto says by throwing that a key is no key or a text is not the one that was sealed. */
function attempt<T>(open: () => T): T {
  try {
    return open();
  } catch {
    throw damaged();
  }
}
