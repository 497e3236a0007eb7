import { expect, test } from "vitest";
import { nextBackupAt, timeOfDay } from "./backup-schedule.ts";

test.each([
  ["00:00", 0],
  ["02:30", 150],
  ["23:59", 1439],
  ["24:00", undefined],
  ["2:30", undefined],
  ["02:60", undefined],
])("%s is %s minutes after midnight", (text, minutes) => {
  expect(timeOfDay(text)).toBe(minutes);
});

test.each([
  ["later that night", "2024-03-14T18:00:00.000Z", "2024-03-14T19:30:00.000Z"],
  ["exactly then: the night after", "2024-03-14T19:30:00.000Z", "2024-03-15T19:30:00.000Z"],
  ["made in the day", "2024-03-15T05:00:00.000Z", "2024-03-15T19:30:00.000Z"],
  ["over the turn of a year", "2024-12-31T20:00:00.000Z", "2025-01-01T19:30:00.000Z"],
])("the next 02:30 in Thailand, %s", (_name, newest, next) => {
  expect(nextBackupAt(150, new Date(newest))).toEqual(new Date(next));
});
