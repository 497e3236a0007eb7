import { sql } from "kysely";
import type { FeedType } from "../../shared/pull.ts";
import { runForEach } from "./each-row.ts";
import { insertRows } from "./insert-rows.ts";
import { advanceFeed, lockFeed } from "./installation.ts";
import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";

export type Change = { scope: string; type: FeedType; id: string; removed: boolean };

/**
 * Puts changes at the end of the feed, in their order: rows of anything but submissions, and
 * tombstones of anything. The feed is compacted: of one thing in one scope only the newest change
 * is kept.
 */
export async function appendChanges(tx: Db, changes: readonly Change[]): Promise<number> {
  const { head_seq } = await lockFeed(tx);
  const numbered = changes.map((change, index) => numberedRow(change, head_seq + 1 + index));
  await insertRows(
    tx,
    "changes",
    CHANGE,
    numbered,
    `on conflict (scope, type, id) where type <> 'submission' or removed = 1
      do update set seq = excluded.seq, removed = excluded.removed`,
  );
  await advanceFeed(tx, head_seq + changes.length);
  return head_seq + 1;
}

export type SubmissionChange = { number: number; id: string; scope: string; seq: number };

/**
 * Moves stored submissions to their new places in the feed; the numbers were handed out under
 * `lockFeed`. A submission's live row is its only one, whichever office it is in.
 */
export async function moveSubmissionChanges(
  tx: Db,
  changes: readonly SubmissionChange[],
): Promise<void> {
  await removeSubmissionChanges(tx, changes);
  await runForEach(
    tx,
    "update submissions set change_seq = ? where number = ?",
    changes.map(({ number, seq }) => [seq, number]),
  );
  await addSubmissionChanges(tx, changes);
}

/** Takes the live rows of submissions out of the feed; whoever does so gives them new ones. */
export async function removeSubmissionChanges(
  tx: Db,
  submissions: readonly { number: number }[],
): Promise<void> {
  await runForEach(
    tx,
    "delete from changes where seq = (select change_seq from submissions where number = ?)",
    submissions.map(({ number }) => [number]),
  );
}

/** Adds the live rows of submissions that have none. */
export async function addSubmissionChanges(
  tx: Db,
  changes: readonly SubmissionChange[],
): Promise<void> {
  const rows = changes.map(({ id, scope, seq }) =>
    numberedRow({ type: "submission", id, scope, removed: false }, seq),
  );
  await insertRows(tx, "changes", CHANGE, rows);
}

const CHANGE = ["seq", "scope", "type", "id", "removed"] as const;

function numberedRow({ scope, type, id, removed }: Change, seq: number) {
  return { seq, scope, type, id, removed: removed ? 1 : 0 };
}

/** Submissions came back to an office that had lost them: what it was told then is void. */
export async function forgetTombstones(
  tx: Db,
  { scope, ids }: { scope: string; ids: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom("changes")
    .where("scope", "=", scope)
    .where("type", "=", "submission")
    .where("removed", "=", 1)
    .where("id", "in", anyOf(ids))
    .execute();
}

export type ChangeRow = Omit<Change, "scope"> & { seq: number };

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
