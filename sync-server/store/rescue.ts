import { insertRows } from "./insert-rows.ts";
import type { Db } from "./open.ts";
import type { Schema } from "./schema.ts";

type KeyRow = { id: string; private_key: string };

/** The key that tablets are given now. */
export async function readNewestRescueKey(db: Db): Promise<KeyRow | undefined> {
  return db
    .selectFrom("rescue_keys")
    .select(["id", "private_key"])
    .orderBy("number", "desc")
    .executeTakeFirst();
}

/** A key some rescue file was sealed to; keys are never removed. */
export async function findRescueKey(db: Db, id: string): Promise<KeyRow | undefined> {
  return db
    .selectFrom("rescue_keys")
    .select(["id", "private_key"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Adds the first key, unless there is one by now. */
export async function addFirstRescueKey(db: Db, key: KeyRow & { made_at: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (await readNewestRescueKey(tx)) return;
    await tx.insertInto("rescue_keys").values(key).execute();
  });
}

export type RescuedDraftRow = Omit<Schema["rescued_drafts"], "taken_at">;

/** Keeps drafts out of a rescue file. Safe to repeat; one that is vouched for once stays so. */
export async function keepRescuedDrafts(tx: Db, rows: readonly RescuedDraftRow[]): Promise<void> {
  const columns = ["id", "author_id", "vouched", "draft", "rescued_at"] as const;
  await insertRows(tx, "rescued_drafts", columns, rows, KEEPING_BEST);
}

const KEEPING_BEST = `on conflict (id) do update
  set vouched = max(rescued_drafts.vouched, excluded.vouched)`;

/** The rescued drafts a person may go on with, the oldest first. */
export async function readRescuedDrafts(db: Db, authorId: string): Promise<RescuedDraftRow[]> {
  return offeredTo(db, authorId).orderBy("rescued_at").orderBy("id").execute();
}

export async function findRescuedDraft(
  db: Db,
  { id, authorId }: { id: string; authorId: string },
): Promise<RescuedDraftRow | undefined> {
  return offeredTo(db, authorId).where("id", "=", id).executeTakeFirst();
}

/** Offers a rescued draft no more: its author has it. It stays. Safe to repeat. */
export async function noteDraftTaken(
  db: Db,
  { id, authorId, at }: { id: string; authorId: string; at: string },
): Promise<void> {
  await db
    .updateTable("rescued_drafts")
    .set({ taken_at: at })
    .where("id", "=", id)
    .where("author_id", "=", authorId)
    .where("taken_at", "is", null)
    .execute();
}

function offeredTo(db: Db, authorId: string) {
  return db
    .selectFrom("rescued_drafts")
    .selectAll()
    .where("author_id", "=", authorId)
    .where("vouched", "=", 1)
    .where("taken_at", "is", null);
}
