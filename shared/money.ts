import * as z from "zod/mini";
import { err, ok, type Result } from "./result.ts";
import { arabicDigits } from "./thai-text.ts";

/** Money in integer satang (1 baht = 100 satang); baht with two decimals exist on screen only. */
export const Satang = z.int().check(z.nonnegative(), z.lte(1e15));
export type Satang = z.infer<typeof Satang>;

export const SATANG_PER_BAHT = 100;

const COST = /^\d{1,13}(\.\d{1,2})?$/;
/** Separators stand before groups of three; anywhere else they may be a slip or a decimal comma. */
const GROUPED = /^\d{1,3}(?:[,\s]\d{3})+(?:\.\d{1,2})?$/;

export type CostError =
  | { kind: "empty" }
  /** `fix` is what was probably meant, for a one-tap correction; absent where nothing sensible can be offered. */
  | { kind: "not-arabic-digits"; fix?: string };

/**
 * R40: a cost is typed in Arabic digits, without commas, at most two decimals.
 * Nothing is corrected silently: `fix` is offered to the person instead.
 */
export function parseCost(typed: string): Result<Satang, CostError> {
  const text = typed.trim();
  if (text === "") return err({ kind: "empty" });
  if (COST.test(text)) return ok(toSatang(text));
  const bare = arabicDigits(text)
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/\s*(บาท(ถ้วน)?|baht|thb)$|^฿\s*|\s*฿$/i, "")
    .replace(/\.-?$/, "");
  const fix = GROUPED.test(bare) ? bare.replace(/[,\s]/g, "") : bare;
  return err(COST.test(fix) ? { kind: "not-arabic-digits", fix } : { kind: "not-arabic-digits" });
}

/** "2959855200.00" grouped for reading: `2,959,855,200.00` (R8). */
export function formatSatang(satang: Satang): string {
  const baht = Math.trunc(satang / SATANG_PER_BAHT);
  const rest = String(satang % SATANG_PER_BAHT).padStart(2, "0");
  return `${String(baht).replace(/\B(?=(\d{3})+$)/g, ",")}.${rest}`;
}

/**
 * R10, R11: result ÷ budget × 100, rounded to two decimals, of sums and never of percentages;
 * a budget of zero gives 0. Multiplies before it divides, so that a half is seen as a half.
 */
export function percentOf(result: number, budget: number): number {
  return budget === 0 ? 0 : Math.round((result * 10_000) / budget) / 100;
}

function toSatang(text: string): Satang {
  const [baht = "0", decimals = ""] = text.split(".");
  return Number(baht) * SATANG_PER_BAHT + Number(decimals.padEnd(2, "0"));
}
