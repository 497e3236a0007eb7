import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBeDate, parseBeDate, parseBeDateParts, THAI_MONTHS, toBeDate } from "./be-date.ts";
import { IsoDate } from "./scalars.ts";

describe("a date typed as text (domain 3.1)", () => {
  test.each([
    ["5 ม.ค. 2567", "2024-01-05"],
    ["5 มกราคม 2567", "2024-01-05"],
    ["๕ มกราคม ๒๕๖๗", "2024-01-05"],
    ["5/1/67", "2024-01-05"],
    ["5/1/2567", "2024-01-05"],
    ["05-01-2567", "2024-01-05"],
    ["5.1.67", "2024-01-05"],
    ["5 1 67", "2024-01-05"],
    ["5ม.ค.67", "2024-01-05"],
    ["5 มค 67", "2024-01-05"],
    ["5 ม. ค. 67", "2024-01-05"],
    ["5-ม.ค.-67", "2024-01-05"],
    ["5 มกรา 67", "2024-01-05"],
    ["5 มกร 67", "2024-01-05"],
    ["วันที่ 5 มกราคม พ.ศ. 2567", "2024-01-05"],
    ["วันศุกร์ที่ 5 มกราคม พ.ศ. 2567", "2024-01-05"],
    ["  5\u00A0มกราคม\u200B 2567 ", "2024-01-05"],
    ["15 มี.ค. 67", "2024-03-15"],
    ["30 ก.ย. 2567", "2024-09-30"],
    ["1 พฤศจิกา 66", "2023-11-01"],
    ["1 พฤษภา 66", "2023-05-01"],
    ["1 พ.ย. 66", "2023-11-01"],
    ["29 ก.พ. 2567", "2024-02-29"],
    ["1/1/00", "1957-01-01"],
    ["31/12/2700", "2157-12-31"],
  ])("%j is %s", (typed, date) => {
    expect(parseBeDate(typed)).toEqual({ ok: true, value: date });
  });

  test.each([
    ["29 ก.พ. 2568", "2025 has no leap day"],
    ["29/2/2566", "2023 has no leap day"],
    ["29/2/2443", "1900 has no leap day"],
    ["31/4/67", "April has 30 days"],
    ["30 กุมภาพันธ์ 2567", "February has 29"],
    ["0/1/67", "days begin with 1"],
    ["32/1/67", "no month has 32"],
  ])("%j is on no calendar: %s", (typed) => {
    expect(parseBeDate(typed)).toEqual({ ok: false, error: { kind: "no-such-date" } });
  });

  test.each([
    ["5/1/2024", "2024-01-05"],
    ["5 ม.ค. ค.ศ. 2024", "2024-01-05"],
    ["5/1/1999", "1999-01-05"],
    ["29/2/2024", "2024-02-29"],
  ])("%j looks Christian: %s is suggested, not assumed", (typed, suggestion) => {
    expect(parseBeDate(typed)).toEqual({
      ok: false,
      error: { kind: "christian-year", suggestion },
    });
  });

  test("an impossible date in a Christian year is not suggested", () => {
    expect(parseBeDate("29/2/2023")).toEqual({ ok: false, error: { kind: "no-such-date" } });
  });

  test.each([
    ["5/13/67", "month"],
    ["5/0/67", "month"],
    ["5 มก 67", "month"],
    ["5 พฤ 67", "month"],
    ["5 มกราคาม 2567", "month"],
    ["5/1/567", "year"],
    ["5/1/2300", "year"],
    ["5/1/2701", "year"],
    ["5/1/25670", "year"],
    ["5 มกราคม", "text"],
    ["วันนี้", "text"],
    ["2567-01-05", "text"],
    ["5 January 2567", "text"],
    ["5/1/67 เช้า", "text"],
    ["51/67", "text"],
    ["-5/1/67", "text"],
  ])("%j is unreadable in its %s", (typed, part) => {
    expect(parseBeDate(typed)).toEqual({ ok: false, error: { kind: "unreadable", part } });
  });

  test.each(["", "  ", "\u200B", "วันที่"])("%j is empty", (typed) => {
    expect(parseBeDate(typed)).toEqual({ ok: false, error: { kind: "empty" } });
  });
});

describe("a date typed in three parts", () => {
  test.each([
    [{ day: "5", month: "1", year: "2567" }],
    [{ day: "๐๕", month: "๐๑", year: "๖๗" }],
    [{ day: " 5 ", month: "ม.ค.", year: "67 " }],
    [{ day: "5", month: "มกราคม", year: "67" }],
  ])("%j", (typed) => {
    expect(parseBeDateParts(typed)).toEqual({ ok: true, value: "2024-01-05" });
  });

  test.each([
    [
      { day: "", month: "1", year: "2567" },
      { kind: "unreadable", part: "day" },
    ],
    [
      { day: "5.5", month: "1", year: "2567" },
      { kind: "unreadable", part: "day" },
    ],
    [
      { day: "5", month: "", year: "2567" },
      { kind: "unreadable", part: "month" },
    ],
    [
      { day: "5", month: "1", year: "" },
      { kind: "unreadable", part: "year" },
    ],
    [
      { day: "5", month: "1", year: "-567" },
      { kind: "unreadable", part: "year" },
    ],
    [{ day: "", month: " ", year: "" }, { kind: "empty" }],
    [{ day: "31", month: "6", year: "2567" }, { kind: "no-such-date" }],
    [
      { day: "5", month: "1", year: "2024" },
      { kind: "christian-year", suggestion: "2024-01-05" },
    ],
  ])("%j: %j", (typed, error) => {
    expect(parseBeDateParts(typed)).toEqual({ ok: false, error });
  });
});

describe("a date shown", () => {
  test.each([
    ["full", "5 มกราคม 2567"],
    ["short", "5 ม.ค. 2567"],
    ["numeric", "5/1/67"],
  ] as const)("in its %s form is %s", (form, shown) => {
    expect(formatBeDate("2024-01-05", form)).toBe(shown);
  });

  test("no two months share the three letters that name one", () => {
    expect(new Set(THAI_MONTHS.map(({ full }) => full.slice(0, 3))).size).toBe(12);
  });

  test("falls into the parts it is edited in", () => {
    expect(toBeDate("2024-03-15")).toEqual({ day: 15, month: 3, year: 2567 });
  });

  test("the names of the months are those of the platform's calendar", () => {
    const name = (month: number, style: "long" | "short") =>
      new Intl.DateTimeFormat("th-TH", { month: style, timeZone: "UTC" }).format(
        new Date(Date.UTC(2024, month, 1)),
      );
    expect(THAI_MONTHS.map(({ full }) => full)).toEqual(
      THAI_MONTHS.map((_, month) => name(month, "long")),
    );
    expect(THAI_MONTHS.map(({ short }) => short)).toEqual(
      THAI_MONTHS.map((_, month) => name(month, "short")),
    );
  });
});

test("every day of the years two digits can mean reads back from every form, and can be stored", () => {
  const day = fc.date({
    min: new Date("1957-01-01"),
    max: new Date("2056-12-31T23:59:59Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.constantFrom("full", "short", "numeric"), (at, form) => {
      const date = at.toISOString().slice(0, 10);
      expect(parseBeDate(formatBeDate(date, form))).toEqual({ ok: true, value: date });
      expect(IsoDate.safeParse(date).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});
