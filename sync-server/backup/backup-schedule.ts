/** Thailand is seven hours ahead of UTC, all year. */
const THAI_OFFSET_MS = 7 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

/** Minutes after midnight, in Thailand. */
export type TimeOfDay = number;

/** Reads "02:30". */
export function timeOfDay(text: string): TimeOfDay | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/**
 * When the next nightly backup is due: the first time of day after the newest one. In the past when
 * the server was off then, which means: at once.
 */
export function nextBackupAt(at: TimeOfDay, newest: Date): Date {
  const thai = newest.getTime() + THAI_OFFSET_MS;
  const today = thai - (thai % DAY_MS) + at * MINUTE_MS;
  return new Date((today > thai ? today : today + DAY_MS) - THAI_OFFSET_MS);
}
