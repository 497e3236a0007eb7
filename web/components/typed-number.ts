import { arabicDigits, normaliseThai } from "../../shared/thai-text.ts";

/**
 * Reads a number typed or pasted into a count field; Thai digits are taken as Arabic ones and
 * invisible characters left out (domain 3.1).
 *
 * @returns null for an empty field, undefined for what is no number of at most `decimals` places
 */
export function typedNumber(text: string, decimals = 0): number | null | undefined {
  const digits = arabicDigits(normaliseThai(text));
  if (digits === "") return null;
  const pattern = decimals > 0 ? /^\d+(\.\d*)?$/ : /^\d+$/;
  if (!pattern.test(digits)) return undefined;
  const [, fraction = ""] = digits.split(".");
  return fraction.length > decimals ? undefined : Number(digits);
}
