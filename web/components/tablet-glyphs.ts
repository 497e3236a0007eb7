import type { IconNode } from "lucide";

/** The tablet itself, in Lucide's manner: the glyph of everything that is kept here. */
const TABLET: IconNode = [["rect", { x: 5, y: 2, width: 14, height: 20, rx: 2.5 }]];

export const TabletKept: IconNode = [...TABLET, ["path", { d: "m9 12 2.2 2.2L15.2 10" }]];
export const TabletSending: IconNode = [...TABLET, ["path", { d: "M12 16V8.5m-3 3 3-3 3 3" }]];
export const TabletWriting: IconNode = [
  ...TABLET,
  ["path", { d: "M9 12h.01M12 12h.01M15 12h.01" }],
];
