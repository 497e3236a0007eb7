import { describe, expect, test } from "vitest";
import { currentFiscalYear, recentYears, yearToShow } from "./fiscal-year.ts";

const year = (fiscalYear: number, open = true) => ({ fiscalYear, open });

describe("[R3] the current year is that of today in Bangkok", () => {
  test.each([
    ["2024-09-30T16:59:59Z", 2567],
    ["2024-09-30T17:00:00Z", 2568],
    ["2024-03-15T02:41:08Z", 2567],
  ])("%s lies in %i", (now, current) => {
    expect(currentFiscalYear(now)).toBe(current);
  });
});

test("[R2] eight years are offered, the newest first", () => {
  expect(recentYears(2567)).toEqual([2567, 2566, 2565, 2564, 2563, 2562, 2561, 2560]);
});

describe("the year that is shown", () => {
  test("is the current one, as long as nobody chose another", () => {
    expect(yearToShow(null, 2567, [year(2567), year(2566, false)])).toEqual(year(2567));
  });

  test("is the one that was chosen, closed where the province closed it", () => {
    expect(yearToShow(2566, 2567, [year(2567), year(2566, false)])).toEqual(year(2566, false));
  });

  test("is the newest open one while the province has not opened the current one", () => {
    expect(yearToShow(null, 2568, [year(2567), year(2566, false)])).toEqual(year(2567));
  });

  test("is the current one on a tablet that knows no years yet", () => {
    expect(yearToShow(null, 2567, [])).toEqual(year(2567));
  });

  test("an older year the tablet knows nothing of is closed", () => {
    expect(yearToShow(2563, 2567, [year(2567)])).toEqual(year(2563, false));
  });
});
