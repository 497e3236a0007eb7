import { expect, test } from "vitest";
import { addDays, addMonths, weeksOf } from "./calendar-month.ts";

test("a month stands in six weeks from Sunday to Saturday", () => {
  const weeks = weeksOf("2024-03-15");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([
    "2024-02-25",
    "2024-02-26",
    "2024-02-27",
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-03-02",
  ]);
  expect(weeks.flat().at(-1)).toBe("2024-04-06");
});

test("a month later is the same day, or the last there is", () => {
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2023-01-31", 1)).toBe("2023-02-28");
  expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
  expect(addMonths("2023-12-15", 1)).toBe("2024-01-15");
});

test("days go on over the end of a year", () => {
  expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
});
