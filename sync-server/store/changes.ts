import { sql } from "kysely";
import type { FeedType } from "../../shared/pull.ts";
import { advanceFeed, lockFeed } from "./installation.ts";
import { rowsOf } from "./json-list.ts";
import type { Db } from "./open.ts";

export type Change = { scope: string; type: FeedType; id: string; removed: boolean };
export type NumberedChange = Change & { seq: number };

/**
 * Puts changes at the end of the feed, in their order. The feed is compacted: of one thing in one
 * scope only the newest change is kept.
 */
export async function appendChanges(tx: Db, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { head_seq } = await lockFeed(tx);
  const numbered = changes.map((change, index) => ({ ...change, seq: head_seq + 1 + index }));
  await writeChanges(tx, numbered);
  await advanceFeed(tx, head_seq + changes.length);
}

/** Stores changes that already have their numbers, handed out under `lockFeed`. */
export async function writeChanges(tx: Db, changes: readonly NumberedChange[]): Promise<void> {
  await sql`
    insert into changes (seq, scope, type, id, removed)
    select value ->> 'seq', value ->> 'scope', value ->> 'type', value ->> 'id', value ->> 'removed'
    from ${rowsOf(changes)}
    where true
    on conflict (scope, type, id) do update set seq = excluded.seq, removed = excluded.removed
  `.execute(tx);
}

export type ChangeRow = Pick<NumberedChange, "seq" | "type" | "id" | "removed">;

/**
 * The next changes that are visible from an office. The `where` is the SQL twin of `isVisibleFrom`
 * in shared/org-unit.ts, and the only one.
 */
export async function readChanges(
  db: Db,
  view: { unit: string; types: readonly FeedType[]; after: number; limit: number },
): Promise<ChangeRow[]> {
  const rows = await db
    .selectFrom("changes")
    .select(["seq", "type", "id", "removed"])
    .where("seq", ">", view.after)
    .where("type", "in", view.types)
    .where(visibleFrom(view.unit))
    .orderBy("seq")
    .limit(view.limit)
    .execute();
  return rows.map((row) => ({ ...row, removed: row.removed === 1 }));
}

function visibleFrom(unit: string) {
  return sql<boolean>`(substr(scope, 1, length(${unit})) = ${unit}
    or substr(${unit}, 1, length(scope)) = scope)`;
}
