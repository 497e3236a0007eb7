import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import { DEVICE_DAYS, SESSION_DAYS } from "../accounts/credentials.ts";

const DAY_S = 24 * 60 * 60;
const NAMES = { session: "bpm_session", device: "bpm_device" } as const;
const LIFE_S = { session: SESSION_DAYS * DAY_S, device: DEVICE_DAYS * DAY_S } as const;

export type CookieKind = keyof typeof NAMES;

export type Cookies = {
  read(c: Context, kind: CookieKind): string | undefined;
  write(c: Context, kind: CookieKind, token: string): void;
  remove(c: Context, kind: CookieKind): void;
};

/** Both cookies in one form; over https under the `__Host-` prefix, which plain http cannot carry. */
export function createCookies({ https }: { https: boolean }): Cookies {
  const options: CookieOptions = { httpOnly: true, sameSite: "Strict", path: "/", secure: https };
  const nameOf = (kind: CookieKind) => (https ? `__Host-${NAMES[kind]}` : NAMES[kind]);
  return {
    read: (c, kind) => getCookie(c, nameOf(kind)),
    write: (c, kind, token) =>
      setCookie(c, nameOf(kind), token, { ...options, maxAge: LIFE_S[kind] }),
    remove: (c, kind) => {
      deleteCookie(c, nameOf(kind), options);
    },
  };
}
