import type { Person, SignIn } from "../../shared/person.ts";
import { normaliseThai } from "../../shared/thai-text.ts";
import { AppError } from "../app-error.ts";
import {
  addCredential,
  findDeviceCredential,
  findSession,
  removeCredential,
  removeExpiredCredentials,
  renewCredential,
} from "../store/credentials.ts";
import { noteSignIn } from "../store/devices.ts";
import type { Store } from "../store/open.ts";
import { findPersonByUsername } from "../store/people.ts";
import {
  DEVICE_DAYS,
  expiryAfter,
  hashToken,
  isDueForRenewal,
  newToken,
  SESSION_DAYS,
} from "./credentials.ts";
import type { Passwords } from "./passwords.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

export type CurrentSession = {
  person: Person;
  suspended: boolean;
  expiresAt: string;
  /** Its expiry was just moved: the cookie has to be sent again. */
  renewed: boolean;
};

export type Accounts = {
  /**
   * Checks a password and gives this tablet two secrets: the person's session and the device
   * credential. @throws AppError 401 wrong-password, 403 suspended, 429
   */
  signIn(
    attempt: SignIn & { address: string },
  ): Promise<{ person: Person; expiresAt: string; sessionToken: string; deviceToken: string }>;
  /** Ends the session, and nothing else: the tablet may still deposit. */
  signOut(sessionToken: string): Promise<void>;
  session(token: string): Promise<CurrentSession | undefined>;
  device(token: string): Promise<{ deviceId: string; renewed: boolean } | undefined>;
};

/** What sign-in compares: neither spelling nor case of a username matters. */
export function usernameKeyOf(username: string): string {
  return normaliseThai(username).toLowerCase();
}

export function createAccounts(deps: {
  store: Store;
  passwords: Passwords;
  limits: SignInLimits;
  now: () => Date;
}): Accounts {
  const { store, passwords, limits, now } = deps;

  async function renewIfDue(tokenHash: string, renewedAt: string, days: number) {
    const at = now();
    if (!isDueForRenewal(renewedAt, at)) return undefined;
    const expiresAt = expiryAfter(at, days);
    await renewCredential(store.writer, tokenHash, {
      renewed_at: at.toISOString(),
      expires_at: expiresAt,
    });
    return expiresAt;
  }

  return {
    signIn: async ({ username, password, deviceId, address }) => {
      const attempt = { usernameKey: usernameKeyOf(username), deviceId, address };
      await limits.count(attempt);
      const found = await findPersonByUsername(store.reader, attempt.usernameKey);
      if (!(await passwords.verify(found?.passwordHash, password)) || !found) {
        throw new AppError(401, "wrong-password", "Username or password is wrong");
      }
      await limits.forgive(attempt);
      if (found.suspended) throw suspended();

      const { person } = found;
      const [sessionToken, deviceToken] = [newToken(), newToken()];
      const at = now();
      const renewed_at = at.toISOString();
      const expiresAt = expiryAfter(at, SESSION_DAYS);
      await store.writer.transaction().execute(async (tx) => {
        await removeExpiredCredentials(tx, renewed_at);
        await noteSignIn(tx, { deviceId, personId: person.id, at: renewed_at });
        await addCredential(tx, {
          token_hash: hashToken(sessionToken),
          person_id: person.id,
          device_id: null,
          renewed_at,
          expires_at: expiresAt,
        });
        await addCredential(tx, {
          token_hash: hashToken(deviceToken),
          person_id: null,
          device_id: deviceId,
          renewed_at,
          expires_at: expiryAfter(at, DEVICE_DAYS),
        });
      });
      return { person, expiresAt, sessionToken, deviceToken };
    },

    signOut: (sessionToken) => removeCredential(store.writer, hashToken(sessionToken)),

    session: async (token) => {
      const tokenHash = hashToken(token);
      const found = await findSession(store.reader, { tokenHash, now: now().toISOString() });
      if (!found) return undefined;
      const { person } = found;
      const expiresAt = await renewIfDue(tokenHash, found.renewedAt, SESSION_DAYS);
      return {
        person,
        suspended: found.suspended,
        expiresAt: expiresAt ?? found.expiresAt,
        renewed: expiresAt !== undefined,
      };
    },

    device: async (token) => {
      const tokenHash = hashToken(token);
      const found = await findDeviceCredential(store.reader, {
        tokenHash,
        now: now().toISOString(),
      });
      if (!found) return undefined;
      const renewed = await renewIfDue(tokenHash, found.renewedAt, DEVICE_DAYS);
      return { deviceId: found.deviceId, renewed: renewed !== undefined };
    },
  };
}

export function suspended(): AppError {
  return new AppError(403, "suspended", "This account is suspended");
}
