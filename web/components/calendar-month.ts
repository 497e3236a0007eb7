import type { IsoDate } from "../../shared/scalars.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKS = 6;

/** Six weeks from Sunday on that hold the month of `date`, so that the grid never jumps. */
export function weeksOf(date: IsoDate): IsoDate[][] {
  const first = new Date(`${date.slice(0, 7)}-01`);
  const sunday = first.getTime() - first.getUTCDay() * DAY_MS;
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => isoOf(sunday + (week * 7 + day) * DAY_MS)),
  );
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoOf(Date.parse(date) + days * DAY_MS);
}

/** The same day of another month, or its last one: 31 January and a month is 29 February 2567. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

function isoOf(ms: number): IsoDate {
  return new Date(ms).toISOString().slice(0, 10);
}
