import type { dialogs as thai } from "../th/dialogs.ts";

export const dialogs: typeof thai = {
  confirmSave: "Do you want to save this?",
  savedHere: "Saved on this tablet",
  waitsForSignal: "Will be sent when there is signal",
  closeFreely: "you may close the app or the screen",
  seeOutbox: "See the outbox",
  reportVersionTo: (version) =>
    `Send version ${version} of the report to the provincial strategy group`,
};
