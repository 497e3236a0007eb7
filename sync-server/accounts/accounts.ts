import type { Person, SignIn } from "../../shared/person.ts";
import { normaliseThai } from "../../shared/thai-text.ts";
import { AppError } from "../app-error.ts";
import { removeExpiredDeviceCredentials } from "../store/device-credentials.ts";
import { isRevoked, noteSignIn } from "../store/devices.ts";
import type { Store } from "../store/open.ts";
import { findPersonByUsername } from "../store/people.ts";
import {
  addSession,
  findSession,
  removeExpiredSessions,
  removeSession,
  renewSession,
} from "../store/sessions.ts";
import { expiryAfter, hashToken, isDueForRenewal, newToken, SESSION_DAYS } from "./credentials.ts";
import { type CurrentDevice, createDeviceAccounts } from "./device-accounts.ts";
import type { Passwords } from "./passwords.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

export type CurrentSession = {
  person: Person;
  suspended: boolean;
  /** It was given on a tablet that may not read any more. */
  deviceRevoked: boolean;
  expiresAt: string;
  /** Its expiry was just moved: the cookie has to be sent again. */
  renewed: boolean;
};

export type SignedIn = {
  person: Person;
  expiresAt: string;
  sessionToken: string;
  /** The tablet, as the server knows it: who comes with a credential is the one it was given to. */
  deviceId: string;
  /** What the tablet has to send from now on, where that has changed. */
  deviceToken: string | undefined;
};

export type Accounts = {
  /**
   * Checks a password and gives the person a session, and a tablet that has none its own credential.
   *
   * @param attempt with the device credential the tablet came with
   * @throws AppError 401 wrong-password, 403 suspended or device-revoked, 429
   */
  signIn(attempt: SignIn & { address: string; deviceToken: string | undefined }): Promise<SignedIn>;
  /** Ends the session, and nothing else: the tablet may still deposit. */
  signOut(sessionToken: string): Promise<void>;
  session(token: string): Promise<CurrentSession | undefined>;
  device(token: string): Promise<CurrentDevice | undefined>;
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
  const devices = createDeviceAccounts(deps);

  async function renewIfDue(tokenHash: string, renewedAt: string) {
    const at = now();
    if (!isDueForRenewal(renewedAt, at)) return undefined;
    const expiresAt = expiryAfter(at, SESSION_DAYS);
    await renewSession(store.writer, tokenHash, {
      renewed_at: at.toISOString(),
      expires_at: expiresAt,
    });
    return expiresAt;
  }

  return {
    signIn: async ({ username, password, address, ...tablet }) => {
      const device = tablet.deviceToken ? await devices.current(tablet.deviceToken) : undefined;
      const deviceId = device?.deviceId ?? tablet.deviceId;
      const attempt = { usernameKey: usernameKeyOf(username), deviceId, address };
      await limits.count(attempt);
      const found = await findPersonByUsername(store.reader, attempt.usernameKey);
      if (!(await passwords.verify(found?.passwordHash, password)) || !found) {
        throw new AppError(401, "wrong-password", "Username or password is wrong");
      }
      await limits.forgive(attempt);
      if (found.suspended) throw suspended();
      if (await isRevoked(store.reader, deviceId)) throw deviceRevoked();

      const { person } = found;
      const sessionToken = newToken();
      const at = now();
      const renewed_at = at.toISOString();
      const expiresAt = expiryAfter(at, SESSION_DAYS);
      const issued = await store.writer.transaction().execute(async (tx) => {
        await removeExpiredSessions(tx, renewed_at);
        await removeExpiredDeviceCredentials(tx, renewed_at);
        await noteSignIn(tx, { deviceId, personId: person.id, at: renewed_at });
        await addSession(tx, {
          token_hash: hashToken(sessionToken),
          person_id: person.id,
          device_id: deviceId,
          renewed_at,
          expires_at: expiresAt,
        });
        return device ? device.token : devices.issue(tx, deviceId);
      });
      return { person, expiresAt, sessionToken, deviceId, deviceToken: issued };
    },

    signOut: (sessionToken) => removeSession(store.writer, hashToken(sessionToken)),

    session: async (token) => {
      const tokenHash = hashToken(token);
      const found = await findSession(store.reader, { tokenHash, now: now().toISOString() });
      if (!found) return undefined;
      const { person, suspended, deviceRevoked } = found;
      const expiresAt = await renewIfDue(tokenHash, found.renewedAt);
      return {
        person,
        suspended,
        deviceRevoked,
        expiresAt: expiresAt ?? found.expiresAt,
        renewed: expiresAt !== undefined,
      };
    },

    device: (token) => devices.current(token),
  };
}

export function suspended(): AppError {
  return new AppError(403, "suspended", "This account is suspended");
}

export function deviceRevoked(): AppError {
  return new AppError(403, "device-revoked", "This tablet may not read any more");
}
