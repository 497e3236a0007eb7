import { createECDH, createHmac, hash, hkdfSync, timingSafeEqual } from "node:crypto";
import type { RescueKey } from "../../shared/person.ts";
import type { Store } from "../store/open.ts";
import { addFirstRescueKey, findRescueKey, readNewestRescueKey } from "../store/rescue.ts";

const CURVE = "prime256v1";
const KEY_ID_DIGITS = 16;
const KEY_BYTES = 32;

export type RescueKeys = {
  /** What a tablet needs to seal a rescue file: the key, and its own pass. */
  forTablet(deviceId: string | null): Promise<RescueKey>;
  /** The private half of a key of this server; undefined for another server's. */
  find(keyId: string): Promise<PrivateKey | undefined>;
};

export type PrivateKey = {
  /** The ECDH secret shared with a one-time key. @throws where that is no point of the curve */
  sharedSecret(oneTimeKey: string): Buffer;
  /** Whether this server gave that pass to that tablet (O13). */
  isPassOf(deviceId: string, pass: string): boolean;
};

/** The keys of this installation, in its database; the first is made when it is first asked for. */
export function createRescueKeys(deps: { store: Store; now(): Date }): RescueKeys {
  const { store, now } = deps;

  async function current(): Promise<{ id: string; private_key: string }> {
    const known = await readNewestRescueKey(store.reader);
    if (known) return known;
    await addFirstRescueKey(store.writer, { ...newKey(), made_at: now().toISOString() });
    return current();
  }

  return {
    forTablet: async (deviceId) => {
      const { id, private_key } = await current();
      return {
        keyId: id,
        publicKey: ecdhOf(private_key).getPublicKey("hex"),
        devicePass: deviceId === null ? null : passOf(private_key, deviceId).toString("hex"),
      };
    },
    find: async (keyId) => {
      const found = await findRescueKey(store.reader, keyId);
      if (!found) return undefined;
      const { private_key } = found;
      return {
        sharedSecret: (oneTimeKey) => ecdhOf(private_key).computeSecret(oneTimeKey, "hex"),
        isPassOf: (deviceId, pass) => {
          const given = Buffer.from(pass, "hex");
          const own = passOf(private_key, deviceId);
          return given.length === own.length && timingSafeEqual(given, own);
        },
      };
    },
  };
}

function newKey(): { id: string; private_key: string } {
  const ecdh = createECDH(CURVE);
  const id = hash("sha256", ecdh.generateKeys(), "hex").slice(0, KEY_ID_DIGITS);
  return { id, private_key: ecdh.getPrivateKey("hex").padStart(2 * KEY_BYTES, "0") };
}

function ecdhOf(privateKey: string) {
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(privateKey, "hex");
  return ecdh;
}

/** Bound to the private key, so that nothing has to be stored for it and nobody else can make it. */
function passOf(privateKey: string, deviceId: string): Buffer {
  const secret = hkdfSync("sha256", Buffer.from(privateKey, "hex"), "", "device pass", KEY_BYTES);
  return createHmac("sha256", Buffer.from(secret)).update(deviceId).digest();
}
