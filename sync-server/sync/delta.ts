import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { FeedType } from "../../shared/pull.ts";
import { mayReadReceived, mayReport, type Role } from "../../shared/role.ts";

/** What a cursor is good for: one life of the database, seen from one office, by one kind of reader. */
export type View = { epoch: string; unit: OrgUnitCode; types: readonly FeedType[] };

export type Position = { after: number; reset: boolean };

const EVERYBODY: readonly FeedType[] = ["fiscalYear", "budgetFigure", "area", "assignment"];

/** What a role may see of the feed; submissions are for those who write them or receive them. */
export function visibleTypes(role: Role): readonly FeedType[] {
  return mayReport(role) || mayReadReceived(role)
    ? [...EVERYBODY, "submission", "keptAnswer"]
    : EVERYBODY;
}

export function writeCursor(view: View, seq: number): string {
  return btoa(JSON.stringify([view.epoch, view.unit, view.types.length, seq]));
}

/** Where to go on from. A cursor of another view, or none of ours, starts from nothing. */
export function readCursor(cursor: string | undefined, view: View, headSeq: number): Position {
  if (cursor === undefined) return { after: 0, reset: false };
  const [epoch, unit, types, seq] = decode(cursor);
  const ours = epoch === view.epoch && unit === view.unit && types === view.types.length;
  const known = typeof seq === "number" && Number.isInteger(seq) && seq >= 0 && seq <= headSeq;
  return ours && known ? { after: seq, reset: false } : { after: 0, reset: true };
}

function decode(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(atob(cursor));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

export type FeedChange = { seq: number; type: FeedType; id: string; removed: boolean };

/**
 * The last word on everything a page touches. Whoever sees both the office that lost something and
 * the one that gained it has two changes of it: the later one counts.
 */
export function lastWords(changes: readonly FeedChange[]): FeedChange[] {
  const last = new Map<string, FeedChange>();
  for (const change of changes) {
    const key = `${change.type}/${change.id}`;
    last.delete(key);
    last.set(key, change);
  }
  return [...last.values()];
}
