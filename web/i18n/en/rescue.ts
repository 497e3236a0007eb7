import type { rescue as thai } from "../th/rescue.ts";

export const rescue: typeof thai = {
  title: "Rescue file",
  about:
    "Everything this tablet has not sent yet, of everyone on it, in one file: for a tablet that may fail or has no signal for days. Only the server can read it.",
  make: "Export unsent work",
  making: "Putting the file together…",
  ready: (size) => `The file is ready, ${size}`,
  contains: ({ mutations, drafts, pastedTexts, files }) =>
    `Reports ${mutations} · drafts ${drafts}${pastedTexts > 0 ? ` · pasted tables ${pastedTexts}` : ""} · photos and documents ${files}`,
  leftOut: (count) =>
    `${count} more are damaged or too large and not in the file; they are still on this tablet`,
  share: "Share the file",
  save: "Save on this tablet",
  shared: "The file was handed on. Everything is still on this tablet.",
  saved: "The file is in the downloads folder. Everything is still on this tablet.",
  notShareable: "This tablet cannot share the file, so it was saved in the downloads folder.",
  exportErrors: {
    "nothing-unsent": "This tablet has nothing unsent",
    "no-key": "Nobody ever signed in on this tablet, so it cannot make the file yet",
    broken: "The file could not be made. Everything is still on this tablet; try again",
  },
  take: "Import a rescue file",
  takeAbout:
    "Sends another tablet's file in its place. Importing it again is safe; everything counts once.",
  taking: "Sending the file…",
  taken: "Imported",
  stored: (count) => `${count} reports received`,
  needCare: (count) => `${count} kept for a person to look at`,
  waiting: (count) => `${count} wait for the report before them`,
  drafts: (count) => `${count} drafts kept for their authors`,
  pastedTexts: (count) => `${count} pasted tables kept for their authors`,
  files: (count) => `${count} photos and documents`,
  notTaken: (count) => `${count} could not be taken: keep this file and tell the administrator`,
  offered: "Rescued drafts",
  offeredAbout: "Your unsent drafts from another tablet, kept by the server",
  pastedText: "Pasted table",
  writtenAt: (moment) => `Last written ${moment}`,
  otherWork: "Work that is not on this tablet",
  goOn: "Go on with it here",
  goOnErrors: {
    "draft-exists":
      "This tablet has a draft or a table of this work already: send or discard that first. The rescued one is kept",
    "no-assignment":
      "This tablet does not have this work yet: sync and try again. The rescued draft is kept",
    unreadable:
      "Another version of the app wrote this draft: update and try again. The rescued draft is kept",
    other:
      "The draft did not reach this tablet: try again where there is signal. The rescued draft is kept",
  },
  unreadable: (count) =>
    `${count} cannot be read; nothing was deleted. Export a rescue file for the administrator and enter that work again`,
  unreadableKinds: { drafts: "Draft", pastedTexts: "Pasted table", outbox: "Waiting to be sent" },
  orphans: (count) =>
    `${count} photos or documents belong to no work, and may be the only copies. Save them on this tablet and attach them again`,
  importErrors: {
    damaged:
      "The file is incomplete or was changed, and nothing of it was taken. Ask for a new one from the same tablet",
    foreign: "This file was made for another server",
    tooLarge: "The file is too large",
    busy: "The server is importing another file; try again in a while",
    signedOut: "Sign in first, then import it again",
    offline: "No signal yet; import it when there is one",
    other: "The import failed; try again",
  },
};
