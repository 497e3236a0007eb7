import * as z from "zod/mini";
import { BE_OFFSET, type FiscalYear } from "./fiscal-year.ts";
import { err, ok, type Result } from "./result.ts";
import { arabicDigits } from "./thai-text.ts";

const CODE =
  /^(?<owner>\d{3})-(?<planClass>\d{3})-(?<plan>[A-Z])(?<serial>\d{4})-(?<year>20\d{2})-(?<activity>\d{2})$/;

/** รหัสงบประมาณ `AAA-BBB-Lnnnn-YYYY-NN`: the identity of a project (R24, R44). */
export const BudgetCode = z.string().check(z.regex(CODE));
export type BudgetCode = z.infer<typeof BudgetCode>;

export type BudgetCodeParts = {
  owner: string;
  planClass: string;
  plan: string;
  serial: string;
  fiscalYear: FiscalYear;
  activity: string;
};

/**
 * Reads a code as people type and paste it: Thai digits, dashes of any kind, spaces, small letters.
 *
 * @returns the canonical code and its parts; the year as Buddhist fiscal year (R4)
 */
export function parseBudgetCode(
  typed: string,
): Result<{ code: BudgetCode; parts: BudgetCodeParts }, { kind: "not-a-budget-code" }> {
  const code = arabicDigits(typed)
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, "-")
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, "")
    .toUpperCase();
  const parts = CODE.exec(code)?.groups;
  if (!parts) return err({ kind: "not-a-budget-code" });
  const { owner = "", planClass = "", plan = "", serial = "", year = "", activity = "" } = parts;
  return ok({
    code,
    parts: { owner, planClass, plan, serial, fiscalYear: Number(year) + BE_OFFSET, activity },
  });
}
