import type { conflict as thai } from "../th/conflict.ts";

export const conflict: typeof thai = {
  title: "Two people changed the same field: choose the right value",
  nothingLost: "Nothing is lost; what you do not choose stays in the history",
  field: (field, fields) => `field ${field} of ${fields}`,
  mine: "Yours",
  theirs: "The other tablet's",
  before: "Before",
  keepBoth: "Keep both",
  mergedAlready: (fields) =>
    fields === 1
      ? "1 other field did not conflict and was merged"
      : `${fields} other fields did not conflict and were merged`,
  useChosen: "Use what I chose",
  step: (number, name) => `Step ${number} ${name}`,
  activity: "Dates of the activity",
  position: "Position",
  wholeRecord: "The whole record",
  nothing: "nothing",
  removed: "removed",
  openInForm: "Go on in the form",
  joinedInForm: "Put together, to be edited in the form",
  provinceSees: "What the province saw before",
  confirmTitle: "Send the chosen values to the province?",
  draftExists: "A draft of this project is being edited",
  draftExistsDetail: "Send or discard it first, then choose here. The draft is safe",
  gone: "This has been dealt with",
  goneDetail: "Perhaps in another window",
  heldTitle: "The province keeps this, but cannot take it yet",
  heldDetail: "Nothing is lost, neither here nor there",
  provinceAnswered: (name: string) => `${name} answered`,
  heldFields: "Fields to correct",
  correctInForm: "Correct in the form",
  leaveIt: "Do not send again",
  leaveItDetail: "You will not be reminded again; the province keeps its copy",
  notKept: {
    "storage-full": "Storage is full. Remove photos or apps and try again; this still waits here",
    "storage-lost": "The tablet's storage does not answer. Try again; this still waits here",
    "app-outdated": "A newer version of the app is open. Open this page anew and try again",
  },
  writtenAt: (name, moment) => `${name} · ${moment}`,
  windowTitle: "Needs care",
};
