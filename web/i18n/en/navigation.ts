import type { navigation as thai } from "../th/navigation.ts";

export const navigation: typeof thai = {
  label: "Main menu",
  home: "Home",
  reports: "Reports",
  areas: "Areas",
  outbox: "Outbox",
  me: "Me",
  waiting: (count) => `${count} waiting`,
  overview: "Overview",
  board: "Board",
  review: "Review",
  assign: "Assign",
  kept: "To decide",
  exchange: "Import/export",
  tablets: "Tablets",
  people: "People",
  toDo: (count) => `${count} waiting for you`,
};
