import { clock } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import type { TransportError } from "../sync/transport-error.ts";

/** Longer waits are told in minutes. */
const SECONDS_UP_TO = 120;

/** Why a sign-in did not succeed, and the field to say it at. */
export type SignInProblem = { field: "username" | "password"; text: string };

/** @param now when it failed, in milliseconds since 1970 */
export function signInProblem(error: TransportError, now: number): SignInProblem {
  const { signIn, errors } = t();
  switch (error.kind) {
    case "signed-out":
    case "other-viewer":
      return { field: "password", text: errors.codes["wrong-password"] };
    case "offline":
    case "portal":
      return { field: "password", text: signIn.firstNeedsSignal };
    case "throttled":
      return { field: "password", text: throttledWords(error.retryAfterMs, now) };
    case "rejected":
      return error.code === "suspended" || error.code === "device-revoked"
        ? { field: "username", text: errors.codes[error.code] }
        : { field: "password", text: errors.codes.malformed };
    case "too-old":
      return { field: "password", text: errors.codes["protocol-too-old"] };
    case "server-error":
      return { field: "password", text: signIn.serverFailed };
  }
}

/** That there were too many tries: how long to wait, and until when. */
export function throttledWords(retryAfterMs: number, now: number): string {
  const { signIn, time } = t();
  const seconds = Math.ceil(retryAfterMs / 1000);
  const wait =
    seconds > SECONDS_UP_TO ? time.minutes(Math.ceil(seconds / 60)) : time.seconds(seconds);
  return signIn.throttled(wait, clock(new Date(now + retryAfterMs).toISOString()));
}
