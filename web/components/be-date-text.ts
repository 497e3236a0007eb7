import {
  type BeDateError,
  formatBeDate,
  parseBeDate,
  parseBeDateParts,
  toBeDate,
} from "../../shared/be-date.ts";
import type { Result } from "../../shared/result.ts";
import type { IsoDate } from "../../shared/scalars.ts";
import type { Words } from "../i18n/language.ts";

/** The three parts of the date field, as typed. */
export type BeDateParts = { day: string; month: string; year: string };

/** One text for what stands in the three parts, "14/3/2567"; "" when nothing stands in them. */
export function joinParts({ day, month, year }: BeDateParts): string {
  const parts = [day, month, year].map((part) => part.replaceAll("/", ""));
  return parts.every((part) => part === "") ? "" : parts.join("/");
}

export function splitParts(text: string): BeDateParts {
  const [day = "", month = "", year = ""] = text.split("/");
  return { day, month, year };
}

export function readParts(text: string): Result<IsoDate, BeDateError> {
  return parseBeDateParts(splitParts(text));
}

export function partsOfDate(date: IsoDate): BeDateParts {
  const { day, month, year } = toBeDate(date);
  return { day: String(day), month: String(month), year: String(year) };
}

/** A whole date typed or pasted into one part, "14 มี.ค. 67", spread over the three. */
export function spreadOut(typed: string): BeDateParts | undefined {
  const read = parseBeDate(typed);
  return read.ok ? partsOfDate(read.value) : undefined;
}

/** What is wrong with the parts, in words; undefined for a date and for an empty field. */
export function dateProblem(text: string, { fields }: Words): string | undefined {
  const read = readParts(text);
  if (read.ok) return undefined;
  const { date } = fields;
  switch (read.error.kind) {
    case "empty":
      return undefined;
    case "no-such-date":
      return date.noSuchDate;
    case "christian-year":
      return date.christianYear;
    case "unreadable": {
      const { day, month, year } = splitParts(text);
      if (day === "" || month === "" || year === "") return date.incomplete;
      return date.unreadable[read.error.part];
    }
  }
}

/** The date that a Christian year typed by mistake probably means, to be confirmed. */
export function suggestedDate(text: string): { date: IsoDate; shown: string } | undefined {
  const read = readParts(text);
  if (read.ok || read.error.kind !== "christian-year") return undefined;
  const { suggestion } = read.error;
  return { date: suggestion, shown: formatBeDate(suggestion, "full") };
}
