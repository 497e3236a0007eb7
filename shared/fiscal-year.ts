import * as z from "zod/mini";
import type { IsoDate } from "./scalars.ts";

/** Buddhist-era fiscal year, named by the year it ends in: 2567 is 1 Oct 2023 – 30 Sep 2024. */
export const FiscalYear = z.int().check(z.gte(2500), z.lte(2700));
export type FiscalYear = z.infer<typeof FiscalYear>;

export type FiscalQuarter = 1 | 2 | 3 | 4;

/** Years between the Buddhist and the Christian era. */
export const BE_OFFSET = 543;

const FIRST_MONTH = 10;
const BANGKOK_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The calendar date in Asia/Bangkok (UTC+7, no daylight saving) at an instant. */
export function bangkokDate(at: Date): IsoDate {
  return new Date(at.getTime() + BANGKOK_OFFSET_MS).toISOString().slice(0, 10);
}

/** R3: the fiscal year of a date; October belongs to the next one. */
export function fiscalYearOf(date: IsoDate): FiscalYear {
  const { year, month } = yearAndMonth(date);
  return year + BE_OFFSET + (month >= FIRST_MONTH ? 1 : 0);
}

/** Quarter 1 is October to December (domain 2.4). */
export function fiscalQuarterOf(date: IsoDate): FiscalQuarter {
  const { month } = yearAndMonth(date);
  if (month >= FIRST_MONTH) return 1;
  if (month <= 3) return 2;
  return month <= 6 ? 3 : 4;
}

/** First and last day of a fiscal year, both included. */
export function fiscalYearSpan(fiscalYear: FiscalYear): { from: IsoDate; to: IsoDate } {
  const endYear = fiscalYear - BE_OFFSET;
  return { from: `${endYear - 1}-10-01`, to: `${endYear}-09-30` };
}

/** R4: the Christian year that budget codes of this fiscal year carry. */
export function codeYearOf(fiscalYear: FiscalYear): number {
  return fiscalYear - BE_OFFSET;
}

function yearAndMonth(date: IsoDate): { year: number; month: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}
