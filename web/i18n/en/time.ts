import type { time as thai } from "../th/time.ts";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

export const time: typeof thai = {
  clock: (digits) => digits,
  today: "today",
  tomorrow: "tomorrow",
  yesterday: "yesterday",
  inDays: (count) => `in ${days(count)}`,
  daysAgo: (count) => `${days(count)} ago`,
  overdueBy: (count) => `${days(count)} late`,
  dueToday: "due today",
  dueOn: (date) => `due ${date}`,
  onWeekday: (weekday, date) => `${weekday}, ${date}`,
  asOf: (moment) => `as of ${moment}`,
  seconds: (seconds) => `${seconds} seconds`,
  minutes: (minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  hours: (hours) => (hours === 1 ? "1 hour" : `${hours} hours`),
  days,
};
