const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after the n-th failure in a row: exponential, with full jitter, so that tablets
 * that lost the server together do not come back together (O5).
 *
 * @param failures 1 after the first failure
 * @param random a number in [0, 1)
 * @param atLeastMs what the server asked for; the jitter comes on top of it
 */
export function backoffMs(failures: number, random: number, atLeastMs = 0): number {
  return atLeastMs + random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30));
}
