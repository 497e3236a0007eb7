import type { home as thai } from "../th/home.ts";

export const home: typeof thai = {
  title: "Reports to be done",
  yourTurn: "Your turn",
  topics: (count) => `${count}`,
  nothingWaits: "Nothing waits for you",
  nothingWaitsDetail: "What you sent is with the province",
  nearlyDue: "Nearly due",
  nothingDue: "No unfinished report has a date",
  returnedWithoutWords: "The province asks for a correction",
  twoTablets: "Changed on two tablets",
  either: (field, mine, theirs) => `${field}: ${mine} or ${theirs}`,
  files: (count) => (count === 1 ? "1 file" : `${count} files`),
  emptyYear: (year) => `Nothing of fiscal year ${year} is on this tablet yet`,
  emptyYearDetail: "It comes by itself with signal; other years are chosen under “Me”",
  yearOfNothing: (year) => `There is nothing in fiscal year ${year}`,
  yearOfNothingDetail: "Other years are chosen under “Me”",
  olderYear: (year) => `Fiscal year ${year} is closed`,
  olderYearDetail: "It can be read, not changed",
  arriving: "Your assignments are arriving",
  arrivingDetail: "The first time takes a moment; after it they open without signal",
};
