import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

test.each([
  ["58", 58],
  ["๕๘", 58],
  ["5๘", 58],
  [" 7 ", 7],
  ["5\u200B8\uFEFF", 58],
  ["5\u00008\t", 58],
  ["1234567890123", 1_234_567_890_123],
  ["", null],
  ["  ", null],
  ["0", 0],
])("%j is %s", (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

test.each(["1,000", "12 คน", "-1", "1e3", "0x10", "1.5", "5.", "∞"])("%j is no count", (typed) => {
  expect(typedNumber(typed)).toBeUndefined();
});

test("decimals are taken up to the places the unit has", () => {
  expect(typedNumber("1.25", 2)).toBe(1.25);
  expect(typedNumber("๑.๕", 2)).toBe(1.5);
  expect(typedNumber("1.", 2)).toBe(1);
  expect(typedNumber("1.255", 2)).toBeUndefined();
});
