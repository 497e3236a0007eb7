import type { outbox as thai } from "../th/outbox.ts";

export const outbox: typeof thai = {
  title: "Outbox",
  allKept: "Everything is kept on this tablet",
  sendsItself: "It sends itself when there is signal; you may close the app or the screen",
  sendNow: "Try to send now",
  needsCare: "Needs care",
  setAside: (count) => `${count} set aside, the rest goes on`,
  waiting: "Waiting",
  items: (count, size) => `${count} ${count === 1 ? "item" : "items"} · ${size}`,
  textFirst: "text first, photos after",
  nothingWaits: "Nothing is waiting",
  provinceHas: "The province has",
  reports: "reports",
  readyForField: "Ready for the field",
  lastSync: (moment) => `last sync ${moment}`,
};
