import type { conflict as thai } from "../th/conflict.ts";

export const conflict: typeof thai = {
  title: "Two people changed the same field: choose the right value",
  nothingLost: "Nothing is lost; what you do not choose stays in the history",
  field: (field, fields) => `field ${field} of ${fields}`,
  mine: "Yours",
  theirs: "The other tablet's",
  before: "Before",
  keepBoth: "Keep both",
  mergedAlready: (fields) => `${fields} more fields did not touch and are merged`,
  useChosen: "Use what I chose",
};
