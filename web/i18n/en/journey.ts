import type { journey as thai } from "../th/journey.ts";

export const journey: typeof thai = {
  label: "Where the report is",
  tablet: "This tablet",
  sent: "Sent",
  province: "Province",
  endorsed: "Endorsed",
  waitingForSignal: "waiting for signal",
  number: (number) => `no. ${number}`,
  sentBack: "sent back",
  draftHere: (version, when) =>
    `A draft of version ${version} is on this tablet, not sent yet · ${when}`,
};
