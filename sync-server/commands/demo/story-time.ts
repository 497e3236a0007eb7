import type { Instant, IsoDate } from "../../../shared/scalars.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
/** 08:30 in Bangkok, when offices open. */
const OPENING_UTC = "T01:30:00.000Z";

export function daysFrom(today: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A moment of an earlier office day, in minutes after opening. */
export function workingHours(today: IsoDate, daysAgo: number, minutes: number): Instant {
  const opening = Date.parse(`${daysFrom(today, -daysAgo)}${OPENING_UTC}`);
  return new Date(opening + minutes * MINUTE_MS).toISOString();
}
