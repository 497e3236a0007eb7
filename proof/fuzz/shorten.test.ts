import fc from "fast-check";
import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

const forever = () => false;

test("a failing sequence is cut down to what it fails by, in its order", async () => {
  const items = fc.array(fc.nat(1000), { minLength: 3, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(items, fc.nat(), fc.nat(), async (values, one, other) => {
      const sequence = [...values.entries()];
      const culprits = [one, other].map((nth) => sequence[nth % sequence.length]);
      const fails = async (tried: readonly unknown[]) => culprits.every((it) => tried.includes(it));
      const expected = sequence.filter((item) => culprits.includes(item));
      expect(await shorten(sequence, fails, forever)).toEqual(expected);
    }),
  );
});

test("when the time is over, the shortest one found so far counts", async () => {
  let tries = 0;
  const fails = async () => {
    tries += 1;
    return true;
  };
  expect(await shorten([1, 2, 3, 4], fails, () => tries > 0)).toEqual([1, 2]);
});
