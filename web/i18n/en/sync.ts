import type { sync as thai } from "../th/sync.ts";

export const sync: typeof thai = {
  keptShort: "All kept",
  kept: "All kept on this tablet",
  noSignal: "No signal",
  noSignalWaiting: (count) => `No signal · ${count} to send`,
  waiting: (count) => `${count} to send`,
  sendingShort: "Sending",
  sendingText: "Sending text",
  textSent: "Text sent",
  photos: (sent, total) => `photo ${sent} of ${total}`,
  doneShort: "All sent",
  done: "All sent",
  failedShort: "Not saved",
  failed: "Not yet saved on this tablet",
  storageFull: "Storage is full",
  broken: "Something broke: reopen the app",
  savedHere: "Saved on this tablet",
  saving: "Saving on this tablet",
};
