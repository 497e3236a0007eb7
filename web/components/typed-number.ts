import { arabicDigits } from "../../shared/thai-text.ts";

/**
 * Reads a number typed into a count field; Thai digits are taken as Arabic ones (domain 3.1).
 *
 * @returns null for an empty field, undefined for what is no number of at most `decimals` places
 */
export function typedNumber(text: string, decimals = 0): number | null | undefined {
  const digits = arabicDigits(text).trim();
  if (digits === "") return null;
  const pattern = decimals > 0 ? /^\d{1,12}(\.\d*)?$/ : /^\d{1,12}$/;
  if (!pattern.test(digits)) return undefined;
  const [, fraction = ""] = digits.split(".");
  return fraction.length > decimals ? undefined : Number(digits);
}
