import { ok, type Result } from "../../shared/result.ts";
import { backoffMs } from "./backoff.ts";
import { type Locks, withSyncLock } from "./sync-lock.ts";
import type { TransportError } from "./transport-error.ts";

/**
 * Tries within one wake-up. The browser grants a sync event about three minutes and, when it fails,
 * comes back after five at the earliest; a network that just returned often drops the first request.
 */
const TRIES = 6;

export type BackgroundDeps = {
  locks: Locks;
  /** Whether this tablet has anything to send. */
  isPending: () => Promise<boolean>;
  round: () => Promise<Result<void, TransportError>>;
  /** A number in [0, 1). */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
};

/**
 * Rounds with the app closed (O8), until one brought everything, or trying again is of no use, or
 * the time for it is over. A window that is sending is waited for: it may be closed before it is
 * done. Where it has sent everything, nothing is left to do here.
 */
export async function backgroundRounds(
  deps: BackgroundDeps,
): Promise<Result<void, TransportError>> {
  for (let tries = 1; ; tries += 1) {
    const result = await withSyncLock(deps.locks, async () =>
      (await deps.isPending()) ? deps.round() : ok(undefined),
    );
    if (result.ok || tries === TRIES || isUseless(result.error)) return result;
    await deps.sleep(backoffMs(tries, deps.random()));
  }
}

/** Nothing changes while nobody is at the tablet. */
function isUseless({ kind }: TransportError): boolean {
  return kind === "signed-out" || kind === "other-viewer" || kind === "too-old";
}
