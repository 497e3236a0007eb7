import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

const failures = fc.integer({ min: 1, max: 100_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const atLeast = fc.integer({ min: 0, max: 86_400_000 });

test("[O5] a wait is never shorter than the server asked, and at most five minutes longer", () => {
  fc.assert(
    fc.property(failures, random, atLeast, (n, r, ms) => {
      const wait = backoffMs(n, r, ms);
      expect(wait).toBeGreaterThanOrEqual(ms);
      expect(wait).toBeLessThanOrEqual(ms + 300_000);
    }),
  );
});

test("[O5] the longest possible wait doubles from two seconds to five minutes and stays there", () => {
  const longest = [1, 2, 3, 8, 9, 1000].map((n) => Math.round(backoffMs(n, 1 - Number.EPSILON)));
  expect(longest).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
});

test("[O5] with full jitter every wait down to a second may come out, and none below it", () => {
  expect(backoffMs(1, 0)).toBe(1_000);
  expect(backoffMs(9, 0)).toBe(1_000);
  expect(backoffMs(9, 0.5)).toBe(150_500);
});
