import { arabicDigits } from "../../shared/thai-text.ts";

/** Guessed in years at the pace this tablet allows, typed with one thumb. */
export const PIN_DIGITS = 6;

export type NewPinProblem = "digits" | "easy" | "differs";

/** A PIN as it was typed, with digits of either script; undefined where it cannot be one. */
export function readPin(typed: string): string | undefined {
  const pin = arabicDigits(typed.trim());
  return pin.length === PIN_DIGITS && /^\d+$/.test(pin) ? pin : undefined;
}

/** What speaks against a new PIN, typed twice. */
export function newPinProblem(typed: string, again: string): NewPinProblem | undefined {
  const pin = readPin(typed);
  if (pin === undefined) return "digits";
  if (isEasy(pin)) return "easy";
  return readPin(again) === pin ? undefined : "differs";
}

/** One digit all along, or each the next one up or down: what is tried first. */
function isEasy(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
  const [step = 0] = steps;
  return steps.size === 1 && Math.abs(step) <= 1;
}
