const SMALLEST_PART = 64 * 1024;
const LARGEST_PART = 512 * 1024;
/** About how long one part should take. */
const PART_S = 2;
/** How fast the link was last, and what size of part suits it: a cut repeats at most one part. */
export type LinkSpeed = {
  readonly bytesPerSecond: number | null;
  readonly partBytes: number;
  note(bytes: number, elapsedMs: number): void;
};

/** Starts without an idea: what was fast at the office says nothing about the village. */
export function createLinkSpeed(): LinkSpeed {
  let bytesPerSecond: number | null = null;
  return {
    get bytesPerSecond() {
      return bytesPerSecond;
    },
    get partBytes() {
      const parts = Math.floor(((bytesPerSecond ?? 0) * PART_S) / SMALLEST_PART);
      return Math.min(LARGEST_PART, Math.max(1, parts) * SMALLEST_PART);
    },
    note(bytes, elapsedMs) {
      const measured = (bytes * 1000) / Math.max(1, elapsedMs);
      const before = bytesPerSecond ?? measured;
      // Of a small rest the wait for the answer is most of the time: it counts as little as it is.
      bytesPerSecond = before + (measured - before) * Math.min(1, bytes / SMALLEST_PART);
    },
  };
}
