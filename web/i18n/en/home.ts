import type { home as thai } from "../th/home.ts";

export const home: typeof thai = {
  title: "Reports to be done",
  yourTurn: "Your turn",
  topics: (count) => `${count}`,
  nothingWaits: "Nothing waits for you",
  nothingWaitsDetail: "What you sent is with the province",
  nearlyDue: "Nearly due",
};
