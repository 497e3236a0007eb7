import { expect, test } from "vitest";
import { newPinProblem, readPin } from "./new-pin.ts";

test.each([
  ["271828", "271828"],
  [" 271828 ", "271828"],
  ["๒๗๑๘๒๘", "271828"],
  ["27182", undefined],
  ["2718281", undefined],
  ["27182x", undefined],
  ["-27182", undefined],
  ["", undefined],
])("a PIN is six digits of either script: %j is %j", (typed, pin) => {
  expect(readPin(typed)).toBe(pin);
});

test.each([
  ["12345", "12345", "digits"],
  ["000000", "000000", "easy"],
  ["๑๒๓๔๕๖", "๑๒๓๔๕๖", "easy"],
  ["987654", "987654", "easy"],
  ["271828", "271829", "differs"],
  ["271828", "๒๗๑๘๒๘", undefined],
  ["135790", "135790", undefined],
])("a new PIN %j typed again as %j: %j", (typed, again, problem) => {
  expect(newPinProblem(typed, again)).toBe(problem);
});
