import { randomUUID } from "node:crypto";
import { must } from "../../shared/invariant.ts";
import {
  addDeviceCredential,
  advanceDeviceCredential,
  findDeviceCredential,
  isDeviceCredential,
  type KnownDeviceCredential,
} from "../store/device-credentials.ts";
import { addCopy } from "../store/devices.ts";
import { readInstallation } from "../store/installation.ts";
import type { Db, Store } from "../store/open.ts";
import { DEVICE_DAYS, expiryAfter, hashToken, newToken } from "./credentials.ts";
import {
  type DeviceToken,
  readDeviceToken,
  secretOfCopy,
  writeDeviceToken,
} from "./device-token.ts";

/** Requests within this time are one contact: renewing at each would write at each. */
const CONTACT_MS = 15 * 60_000;

export type CurrentDevice = {
  deviceId: string;
  revoked: boolean;
  /** What the tablet has to send from now on, where that has changed. */
  token?: string;
};

export type DeviceAccounts = {
  /** A credential for a tablet that has none; inside the transaction that makes the tablet known. */
  issue(tx: Db, deviceId: string): Promise<string>;
  /**
   * The tablet a credential belongs to. Renews it at every contact. The one before goes on working
   * until the new one has come back, because a reply may be lost. An older one than that is a copy
   * of the tablet: from now on it is a tablet of its own.
   */
  current(token: string): Promise<CurrentDevice | undefined>;
};

export function createDeviceAccounts(deps: { store: Store; now: () => Date }): DeviceAccounts {
  const { store, now } = deps;
  let known: string | undefined;

  async function tokenKey(): Promise<string> {
    known ??= (await readInstallation(store.reader)).token_key;
    return known;
  }

  function find(db: Db, secret: string): Promise<KnownDeviceCredential | undefined> {
    return findDeviceCredential(db, { secretHash: hashToken(secret), now: now().toISOString() });
  }

  function add(tx: Db, deviceId: string, secret: string): Promise<void> {
    const at = now();
    return addDeviceCredential(tx, {
      secret_hash: hashToken(secret),
      device_id: deviceId,
      generation: 0,
      rotated_at: at.toISOString(),
      expires_at: expiryAfter(at, DEVICE_DAYS),
    });
  }

  async function advance({ secret, generation }: DeviceToken): Promise<void> {
    const at = now();
    await advanceDeviceCredential(store.writer, hashToken(secret), {
      generation,
      rotated_at: at.toISOString(),
      expires_at: expiryAfter(at, DEVICE_DAYS),
    });
  }

  async function becomeTwo(
    key: string,
    old: DeviceToken,
    of: string,
  ): Promise<CurrentDevice | undefined> {
    const secret = secretOfCopy(key, old);
    return store.writer.transaction().execute(async (tx) => {
      if (!(await find(tx, secret))) {
        // It expired: the copy has to sign in, as every tablet has then.
        if (await isDeviceCredential(tx, hashToken(secret))) return undefined;
        const copy = randomUUID();
        await addCopy(tx, { of, copy, at: now().toISOString() });
        await add(tx, copy, secret);
      }
      const { deviceId, revoked, generation } = must(await find(tx, secret), "it is there by now");
      return {
        deviceId,
        revoked,
        token: writeDeviceToken(key, { secret, generation: generation + 1 }),
      };
    });
  }

  return {
    issue: async (tx, deviceId) => {
      const secret = newToken();
      await add(tx, deviceId, secret);
      return writeDeviceToken(await tokenKey(), { secret, generation: 1 });
    },

    current: async (text) => {
      const key = await tokenKey();
      const token = readDeviceToken(key, text);
      const found = token && (await find(store.reader, token.secret));
      if (!token || !found) return undefined;
      const { deviceId, revoked, generation, rotatedAt } = found;
      if (token.generation < generation) return becomeTwo(key, token, deviceId);
      const isNew = token.generation > generation;
      if (isNew && now().getTime() - Date.parse(rotatedAt) < CONTACT_MS) {
        return { deviceId, revoked };
      }
      // More than one ahead: the server went back to a backup since.
      if (isNew) await advance(token);
      const next = { secret: token.secret, generation: token.generation + 1 };
      return { deviceId, revoked, token: writeDeviceToken(key, next) };
    },
  };
}
