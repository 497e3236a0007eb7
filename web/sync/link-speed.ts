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
      bytesPerSecond = (bytes * 1000) / Math.max(1, elapsedMs);
    },
  };
}
