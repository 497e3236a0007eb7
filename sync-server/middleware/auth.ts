import type { Context } from "hono";
import {
  type Accounts,
  type CurrentSession,
  deviceRevoked,
  suspended,
} from "../accounts/accounts.ts";
import { AppError } from "../app-error.ts";
import type { Depositor } from "../sync/depositor.ts";
import type { Cookies } from "./cookies.ts";

/** Who asks. Every route but health, sign-in and the documentation starts with one of these. */
export type Auth = {
  /**
   * The signed-in person. A tablet of several people names whom it reads for in `?viewer=`: the
   * browser's one cookie may still be a colleague's. @throws AppError 401 without a session or with
   * somebody else's, 403 suspended or device-revoked
   */
  person(c: Context): Promise<CurrentSession>;
  /**
   * Who brings work: a session, a device credential, or both. A suspended person and a revoked
   * tablet pass: what they bring is held, not lost. @throws AppError 401 with neither
   */
  depositor(c: Context): Promise<Depositor>;
};

export function createAuth(accounts: Accounts, cookies: Cookies): Auth {
  async function session(c: Context) {
    const token = cookies.read(c, "session");
    const found = token && (await accounts.session(token));
    if (!found) return undefined;
    if (found.renewed) cookies.write(c, "session", token);
    return found;
  }

  async function device(c: Context) {
    const token = cookies.read(c, "device");
    const found = token && (await accounts.device(token));
    if (!found) return undefined;
    if (found.token) cookies.write(c, "device", found.token);
    return found;
  }

  return {
    person: async (c) => {
      const found = await session(c);
      if (!found) throw signInRequired();
      const viewer = c.req.query("viewer");
      if (viewer !== undefined && viewer !== found.person.id) {
        throw new AppError(401, "other-viewer", "Somebody else is signed in");
      }
      if (found.suspended) throw suspended();
      if (found.deviceRevoked || (await device(c))?.revoked) throw deviceRevoked();
      return found;
    },
    depositor: async (c) => {
      const [person, tablet] = [await session(c), await device(c)];
      if (!person && !tablet) throw signInRequired();
      // Nobody vouches for what comes out of a tablet that is in wrong hands.
      const isRevoked = person?.deviceRevoked || tablet?.revoked;
      const personId = isRevoked ? null : (person?.person.id ?? null);
      return { personId, deviceId: tablet?.deviceId ?? null };
    },
  };
}

function signInRequired(): AppError {
  return new AppError(401, "sign-in-required", "Sign in first");
}
