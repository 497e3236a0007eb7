import type { Sha256 } from "../../shared/scalars.ts";
import type { UnreadableRow } from "./read-work.ts";

/** What is wrong on this tablet, beside files, which are named where they are needed. */
export type Findings = {
  /** Unsent work that the app cannot use. It stays where it is. */
  unreadable: readonly UnreadableRow[];
  /** Files that nothing names, and that may be the only copies. */
  orphans: readonly Sha256[];
};

export const NO_FINDINGS: Findings = { unreadable: [], orphans: [] };

export function countFindings({ unreadable, orphans }: Findings): number {
  return unreadable.length + orphans.length;
}
