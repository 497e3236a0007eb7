import type { PinError } from "../db/pin.ts";
import { t } from "../i18n/language.ts";
import { throttledWords } from "./sign-in-problem.ts";

/** Why a PIN did not open. @param now when it failed, in milliseconds since 1970 */
export function pinProblem(error: PinError, now: number): string {
  return error.kind === "wait" ? throttledWords(error.ms, now) : t().signIn.pinProblems[error.kind];
}
