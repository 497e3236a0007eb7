/** Bounds the retries, whatever the jitter: at most 60 a minute, and about 7 in an outage's first. */
const SHORTEST_MS = 1_000;
const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after the n-th failure in a row: exponential, with full jitter above a second, so
 * that tablets that lost the server together do not come back together (O5).
 *
 * @param failures 1 after the first failure
 * @param random a number in [0, 1)
 * @param atLeastMs what the server asked for; the jitter comes on top of it
 */
export function backoffMs(failures: number, random: number, atLeastMs = 0): number {
  const longestMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30));
  return atLeastMs + SHORTEST_MS + random * (longestMs - SHORTEST_MS);
}
