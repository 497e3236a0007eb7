import { BE_OFFSET } from "./fiscal-year.ts";
import { err, ok, type Result } from "./result.ts";
import type { IsoDate } from "./scalars.ts";
import { arabicDigits, normaliseThai } from "./thai-text.ts";

/** Month names as they are written in full and short, January first (domain 3.1). */
export const THAI_MONTHS = [
  { full: "มกราคม", short: "ม.ค." },
  { full: "กุมภาพันธ์", short: "ก.พ." },
  { full: "มีนาคม", short: "มี.ค." },
  { full: "เมษายน", short: "เม.ย." },
  { full: "พฤษภาคม", short: "พ.ค." },
  { full: "มิถุนายน", short: "มิ.ย." },
  { full: "กรกฎาคม", short: "ก.ค." },
  { full: "สิงหาคม", short: "ส.ค." },
  { full: "กันยายน", short: "ก.ย." },
  { full: "ตุลาคม", short: "ต.ค." },
  { full: "พฤศจิกายน", short: "พ.ย." },
  { full: "ธันวาคม", short: "ธ.ค." },
] as const;

/** A date as people write it: the Buddhist year and the month by its number, 1 to 12. */
export type BeDate = { day: number; month: number; year: number };

export type BeDateError =
  | { kind: "empty" }
  /** Nothing in it reads as a date, or the named part reads as none of its kind. */
  | { kind: "unreadable"; part: "text" | "day" | "month" | "year" }
  /** Read, but the calendar lacks it: 31 April, 29 February of a common year. */
  | { kind: "no-such-date" }
  /** The year typed looks Christian: `suggestion` is that date, to be confirmed, never assumed. */
  | { kind: "christian-year"; suggestion: IsoDate };

/**
 * Reads a date from the three parts of the date field; a month by number or by name, Thai digits
 * as well. Years 2400–2700 and two digits (25xx) are Buddhist; nothing else passes unasked.
 */
export function parseBeDateParts(typed: {
  day: string;
  month: string;
  year: string;
}): Result<IsoDate, BeDateError> {
  const [dayText, monthText, yearText] = [tidy(typed.day), tidy(typed.month), tidy(typed.year)];
  if (dayText === "" && monthText === "" && yearText === "") return err({ kind: "empty" });
  if (!/^\d{1,2}$/.test(dayText)) return err({ kind: "unreadable", part: "day" });
  const month = readMonth(monthText);
  if (month === undefined) return err({ kind: "unreadable", part: "month" });
  const year = readYear(yearText);
  if (year === undefined) return err({ kind: "unreadable", part: "year" });

  const date = isoDate(Number(dayText), month, year.christian);
  if (date === undefined) return err({ kind: "no-such-date" });
  return year.sure ? ok(date) : err({ kind: "christian-year", suggestion: date });
}

/**
 * Reads a date typed or pasted as one text: "5 ม.ค. 2567", "5/1/67", "วันที่ ๕ มกราคม พ.ศ. ๒๕๖๗".
 * Day before month before year, as in Thailand.
 */
export function parseBeDate(typed: string): Result<IsoDate, BeDateError> {
  const text = tidy(typed).replace(/^วัน\S*?\s*ที่\s*/, "");
  if (text === "") return err({ kind: "empty" });
  const parts = (NUMERIC.exec(text) ?? NAMED.exec(text))?.groups;
  if (!parts) return err({ kind: "unreadable", part: "text" });
  const { day = "", month = "", year = "" } = parts;
  return parseBeDateParts({ day, month, year });
}

/** The parts a date is shown and edited in. */
export function toBeDate(date: IsoDate): BeDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { day, month, year: year + BE_OFFSET };
}

/** `full` "5 มกราคม 2567", `short` "5 ม.ค. 2567", `numeric` "5/1/67"; digits Arabic. */
export function formatBeDate(date: IsoDate, form: "full" | "short" | "numeric"): string {
  const { day, month, year } = toBeDate(date);
  if (form === "numeric") return `${day}/${month}/${String(year).slice(-2)}`;
  return `${day} ${THAI_MONTHS[month - 1]?.[form] ?? month} ${year}`;
}

const NUMERIC = /^(?<day>\d{1,2})\s*[\s/.-]\s*(?<month>\d{1,2})\s*[\s/.-]\s*(?<year>\d+)$/;
const NAMED =
  /^(?<day>\d{1,2})[\s/.-]*(?<month>[ก-๎][ก-๎.\s]*?)[\s/.-]*(?:[พค]\.?ศ\.?\s*)?(?<year>\d+)$/;

function tidy(typed: string): string {
  return arabicDigits(normaliseThai(typed));
}

/** By number, by full or short name with or without its dots, or by the spoken start of the name. */
function readMonth(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const month = Number(text);
    return month >= 1 && month <= 12 ? month : undefined;
  }
  const name = text.replace(/[.\s]/g, "");
  const at = THAI_MONTHS.findIndex(
    ({ full, short }) =>
      name === short.replaceAll(".", "") ||
      (name.length >= SPOKEN_MONTH_LENGTH && full.startsWith(name)),
  );
  return at === -1 ? undefined : at + 1;
}

/** มกรา, มีนา, เมษา, กันยา: three letters tell any two months apart, two do not. */
const SPOKEN_MONTH_LENGTH = 3;

function readYear(text: string): { christian: number; sure: boolean } | undefined {
  const year = Number(text);
  if (/^\d{2}$/.test(text)) return { christian: 2500 + year - BE_OFFSET, sure: true };
  if (!/^\d{4}$/.test(text)) return undefined;
  if (year >= 2400 && year <= 2700) return { christian: year - BE_OFFSET, sure: true };
  return year >= 1900 && year <= 2099 ? { christian: year, sure: false } : undefined;
}

/** On the Christian year, whose leap days the calendar has: 2567 is 2024, a leap year. */
function isoDate(day: number, month: number, year: number): IsoDate | undefined {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > lastDay) return undefined;
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
