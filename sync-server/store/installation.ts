import type { Db } from "./open.ts";
import type { InstallationRow } from "./schema.ts";

/** The life of this database: its epoch, the head of its feed, and whether it shows demo data. */
export async function readInstallation(db: Db): Promise<InstallationRow> {
  return db.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
}

/**
 * Takes the feed for this transaction (D1): whoever holds it hands out the next numbers, and
 * nobody else's commit can come in between. First statement of every transaction that changes the feed.
 */
export async function lockFeed(tx: Db): Promise<InstallationRow> {
  return tx
    .updateTable("installation")
    .set((eb) => ({ head_seq: eb.ref("head_seq") }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function advanceFeed(tx: Db, headSeq: number): Promise<void> {
  await tx.updateTable("installation").set({ head_seq: headSeq }).execute();
}
