import { afterEach, describe, expect, test } from "vitest";
import {
  baht,
  bytes,
  clock,
  clockSeconds,
  count,
  dateTime,
  dayMonth,
  daysUntil,
  deadline,
  duration,
  longDate,
  relativeDay,
  shortDate,
  twoDecimals,
  weekdayDate,
} from "./format.ts";
import { setLanguage } from "./language.ts";

const root: { lang: string } = { lang: "th" };
Object.assign(globalThis, { document: { documentElement: root } });

afterEach(() => setLanguage("th"));

const NOW = new Date("2024-03-15T02:41:08Z");

describe("dates are those of Bangkok, in the Buddhist era", () => {
  test.each([
    [dayMonth, "2024-03-15", "15 มี.ค."],
    [shortDate, "2024-03-15", "15 มี.ค. 2567"],
    [longDate, "2024-03-15", "15 มีนาคม 2567"],
    [weekdayDate, "2024-03-15", "วันศุกร์ที่ 15 มีนาคม 2567"],
    [clock, "2024-03-15T03:04:00Z", "10:04 น."],
    [clock, "2024-03-15T17:00:00Z", "00:00 น."],
    [clockSeconds, "2024-03-15T02:41:08Z", "09:41:08 น."],
    [dateTime, "2024-03-15T03:04:00Z", "15 มี.ค. 2567 10:04 น."],
  ])("%o of %s is %s", (format, stored, shown) => {
    expect(format(stored)).toBe(shown);
  });

  test("an evening in UTC is the next day, month and year in Bangkok", () => {
    expect(dateTime("2023-12-31T17:30:00Z")).toBe("1 ม.ค. 2567 00:30 น.");
  });

  test("29 February of a leap year has its Buddhist year", () => {
    expect(longDate("2024-02-29")).toBe("29 กุมภาพันธ์ 2567");
  });

  test("English keeps the Buddhist year, without letters around it", async () => {
    await setLanguage("en");
    expect(weekdayDate("2024-03-15")).toBe("Friday, 15 March 2567");
    expect(dateTime("2024-03-15T03:04:00Z")).toBe("15 Mar 2567 10:04");
    expect(root.lang).toBe("en");
  });
});

describe("days are counted by the calendar, not by hours", () => {
  test("from late evening, tomorrow begins at midnight in Bangkok", () => {
    expect(daysUntil("2024-03-16", new Date("2024-03-15T16:59:00Z"))).toBe(1);
    expect(daysUntil("2024-03-16", new Date("2024-03-15T17:00:00Z"))).toBe(0);
  });

  test.each([
    ["2024-03-18", "อีก 3 วัน", "อีก 3 วัน"],
    ["2024-03-16", "พรุ่งนี้", "พรุ่งนี้"],
    ["2024-03-15", "วันนี้", "ครบกำหนดวันนี้"],
    ["2024-03-14", "เมื่อวาน", "เลยกำหนด 1 วัน"],
    ["2024-03-03", "12 วันก่อน", "เลยกำหนด 12 วัน"],
  ])("%s is %s; as a deadline %s", (date, relative, due) => {
    expect(relativeDay(date, NOW)).toBe(relative);
    expect(deadline(date, NOW)).toBe(due);
  });
});

describe("numbers", () => {
  test("[R8] money has separators and two decimals, percent two decimals", () => {
    expect(baht(295_985_520_000)).toBe("2,959,855,200.00");
    expect(twoDecimals(8.3749)).toBe("8.37");
    expect(twoDecimals(0)).toBe("0.00");
  });

  test("counts have separators and keep the decimals they have", () => {
    expect(count(18_880)).toBe("18,880");
    expect(count(1.5)).toBe("1.5");
  });

  test.each([
    [1, "1 KB"],
    [421_888, "412 KB"],
    [3_565_158, "3.4 MB"],
    [2 * 1024 * 1024, "2 MB"],
  ])("%d bytes are %s", (size, shown) => {
    expect(bytes(size)).toBe(shown);
  });

  test("[R29] one byte over 2 MB does not read as 2 MB", () => {
    expect(bytes(2 * 1024 * 1024 + 1)).toBe("2.1 MB");
  });
});

test.each([
  [0, "1 นาที"],
  [60_001, "2 นาที"],
  [119 * 60_000, "119 นาที"],
  [120 * 60_000, "2 ชั่วโมง"],
  [46.5 * 3_600_000, "47 ชั่วโมง"],
  [49 * 3_600_000, "3 วัน"],
])("%i ms last %s", (ms, words) => {
  expect(duration(ms)).toBe(words);
});
