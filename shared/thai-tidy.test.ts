import fc from "fast-check";
import { expect, test } from "vitest";
import { isTidyThai } from "./thai-tidy.ts";

/** The same in words of regular expressions, which are slower and easier to read. */
const PLAIN = /^[\n -~\u0E01-\u0E3A\u0E3F-\u0E5B\u2010-\u2027]*$/;
const OUT_OF_PLACE = [
  /^[ \n]|[ \n]$| [ \n]|\n /,
  /[\u0E45\u0E4D]|\u0E40\u0E40/,
  /\u0E33[\u0E48-\u0E4B]/,
  /[\u0E31\u0E34-\u0E3A]{2}|[\u0E47-\u0E4E][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/,
];

function isTidy(text: string): boolean {
  return PLAIN.test(text) && OUT_OF_PLACE.every((rule) => !rule.test(text));
}

const ALL = [" ", "\n", "a", "\u00a0", "\u200b", "\u2014", "\u2028", "\ud83d"].concat(
  Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0x0e00 + at)),
);

test("a letter, and a letter after each other letter, is tidy as the rules say", () => {
  for (const first of ALL) {
    expect(isTidyThai(first), JSON.stringify(first)).toBe(isTidy(first));
    for (const second of ALL) {
      const text = `ก${first}${second}ก`;
      expect(isTidyThai(text), JSON.stringify(text)).toBe(isTidy(text));
    }
  }
});

test("so is every text", () => {
  const letters = fc.constantFrom(...ALL);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: letters })), (text) => {
      expect(isTidyThai(text)).toBe(isTidy(text));
    }),
    { numRuns: 2000 },
  );
});
