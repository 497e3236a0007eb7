/** Where a server can be told to die. */
export const POINTS = [
  ...(["before-write", "after-write", "before-commit", "after-commit"] as const),
  ...(["before-fsync", "after-fsync", "before-link", "after-link"] as const),
  ...(["before-reply", "after-reply"] as const),
];
export type Point = (typeof POINTS)[number];
