import { BE_OFFSET, bangkokDate } from "../../shared/fiscal-year.ts";
import { formatSatang, type Satang } from "../../shared/money.ts";
import { type Language, language, t } from "./language.ts";

/**
 * Dates, amounts and sizes as people read them, in the language in use. Takes what is stored: an
 * instant in UTC or a calendar date, both ISO 8601; shows Bangkok's clock and the Buddhist year.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const KIB = 1024;
const MIB = KIB * KIB;
const GIB = MIB * KIB;

const LOCALES: Record<Language, string> = { th: "th-TH", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a format costs a tablet milliseconds; using one, microseconds. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language.value + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language.value], {
    ...options,
    timeZone: "Asia/Bangkok",
    numberingSystem: "latn",
    // The year is set by hand: Intl puts พ.ศ. or BE before or behind it, differently by locale.
    calendar: "gregory",
  });
  formats.set(key, made);
  return made;
}

function part(date: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(options).format(new Date(date));
}

/** 2567 for a date in 2024. */
function buddhistYear(date: string): number {
  return Number(bangkokDate(new Date(date)).slice(0, 4)) + BE_OFFSET;
}

/** "15 มี.ค." */
export function dayMonth(date: string): string {
  return part(date, { day: "numeric", month: "short" });
}

/** "15 มี.ค. 2567" */
export function shortDate(date: string): string {
  return `${dayMonth(date)} ${buddhistYear(date)}`;
}

/** "15 มีนาคม 2567" */
export function longDate(date: string): string {
  return `${part(date, { day: "numeric", month: "long" })} ${buddhistYear(date)}`;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => `2000-${String(at + 1).padStart(2, "0")}-01`);

/** "มกราคม" to "ธันวาคม" */
export function monthNames(): string[] {
  return MONTHS.map((first) => part(first, { month: "long" }));
}

/** "วันศุกร์ที่ 15 มีนาคม 2567" */
export function weekdayDate(date: string): string {
  return t().time.onWeekday(part(date, { weekday: "long" }), longDate(date));
}

/** "10:04 น." */
export function clock(instant: string): string {
  return t().time.clock(part(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }));
}

/** "09:41:08 น." */
export function clockSeconds(instant: string): string {
  return t().time.clock(
    part(instant, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
  );
}

/** "15 มี.ค. 2567 10:04 น." */
export function dateTime(instant: string): string {
  return `${shortDate(instant)} ${clock(instant)}`;
}

/** Whole days from today to a date, negative when it is past; both as Bangkok counts days. */
export function daysUntil(date: string, now: Date): number {
  const day = (at: Date) => Date.parse(bangkokDate(at));
  return Math.round((day(new Date(date)) - day(now)) / DAY_MS);
}

/** How far off a day is: "อีก 3 วัน", "วันนี้", "12 วันก่อน". */
export function relativeDay(date: string, now: Date): string {
  const days = daysUntil(date, now);
  const { time } = t();
  if (days === 0) return time.today;
  if (days === 1) return time.tomorrow;
  if (days === -1) return time.yesterday;
  return days > 0 ? time.inDays(days) : time.daysAgo(-days);
}

/** How far off a deadline is; a past one is named as late. */
export function deadline(date: string, now: Date): string {
  const days = daysUntil(date, now);
  if (days === 0) return t().time.dueToday;
  return days < 0 ? t().time.overdueBy(-days) : relativeDay(date, now);
}

/** "3 นาที", "2 ชั่วโมง", "5 วัน": in the unit one would say it in, rounded up. */
export function duration(ms: number): string {
  const { time } = t();
  const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
  if (minutes < 2 * 60) return time.minutes(minutes);
  const hours = Math.ceil(minutes / 60);
  return hours < 2 * 24 ? time.hours(hours) : time.days(Math.ceil(hours / 24));
}

/** "1,234,567.50": the unit stands once, in the heading. */
export function baht(satang: Satang): string {
  return formatSatang(satang);
}

/** "18,880" */
export function count(number: number): string {
  return number.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** "11.01": with two decimals, as the official table has it (R8). */
export function twoDecimals(percent: number): string {
  return percent.toFixed(2);
}

/** "412 KB", "3.4 MB", "18.2 GB"; 1 MB is 1024 × 1024 bytes, as in the 2 MB rule. */
export function bytes(sizeBytes: number): string {
  if (sizeBytes >= GIB) return `${Math.floor((sizeBytes * 10) / GIB) / 10} GB`;
  if (sizeBytes >= MIB) {
    // Never down to the limit itself: a refused file must not read "2.0 MB เกิน 2 MB".
    return `${Math.ceil((sizeBytes * 10) / MIB) / 10} MB`;
  }
  return `${Math.max(1, Math.round(sizeBytes / KIB))} KB`;
}
