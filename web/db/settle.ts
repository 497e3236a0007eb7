import type { PushReply, Receipt } from "../../shared/push.ts";
import type { Instant, Sha256 } from "../../shared/scalars.ts";
import { attachmentsOf } from "./content.ts";
import { mirrorReceipt } from "./mirror-receipt.ts";
import { offerAgain } from "./offer-again.ts";
import type { OutboxRow, SettledRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { enqueueUploads } from "./uploads.ts";

type FinalReceipt = SettledRow["receipt"];

/**
 * Stores the receipts of one push and takes what they settle out of the outbox, in one transaction
 * [O4]; queues the files that are missing; shows what was stored in the mirror. Safe to repeat.
 *
 * @param batch the rows that were sent, in the order of the receipts (checked by push.ts, O6)
 * @returns how many settled mutations have to be offered again, because the server went back (O11)
 */
export async function settle(
  db: AppDb,
  batch: OutboxRow[],
  reply: PushReply,
  now: Instant,
): Promise<{ offeredAgain: number }> {
  const tables = [
    db.outbox,
    db.settled,
    db.uploads,
    db.files,
    db.submissions,
    db.assignments,
    db.cursors,
    db.people,
    db.settings,
  ];
  return db.transaction("rw", tables, async () => {
    // First, so that what is settled below is not taken for something the server forgot.
    const offeredAgain = await offerAgain(db, reply);
    for (const [at, receipt] of reply.receipts.entries()) {
      const row = await stillQueued(db, batch[at]);
      if (row) await settleOne(db, row, receipt, { reply, now });
    }
    return { offeredAgain };
  });
}

async function stillQueued(db: AppDb, sent: OutboxRow | undefined): Promise<OutboxRow | undefined> {
  if (!sent) return undefined;
  const row = await db.outbox.get({ mutationId: sent.mutationId });
  return row?.mutation.hash === sent.mutation.hash ? row : undefined;
}

async function settleOne(
  db: AppDb,
  row: OutboxRow,
  receipt: Receipt,
  { reply, now }: { reply: PushReply; now: Instant },
): Promise<void> {
  if (receipt.outcome === "waiting") {
    const { problem: _, ...rest } = row;
    await db.outbox.put({ ...rest, state: "waiting" });
    return;
  }
  await db.settled.put(settledRow(row, receipt, { reply, now }));
  await db.outbox.delete(row.order);
  await enqueueUploads(db, row, wantedFiles(row, receipt), now);
  if (receipt.outcome === "accepted" || receipt.outcome === "merged") {
    await mirrorReceipt(db, row, receipt, reply.epoch);
  }
}

function settledRow(
  row: OutboxRow,
  receipt: FinalReceipt,
  { reply, now }: { reply: PushReply; now: Instant },
): SettledRow {
  const { queuedAt: _, sentOnce: _sent, state: _state, problem: _problem, handled, ...kept } = row;
  const stored = receipt.outcome === "accepted" || receipt.outcome === "merged";
  return {
    ...kept,
    receipt,
    settledAt: now,
    epoch: reply.epoch,
    seq: stored ? receipt.seq : reply.headSeq,
    needsCare: stored || handled ? 0 : 1,
  };
}

/** A conflict or a held mutation is kept by the server too, and so are its files. */
function wantedFiles(row: OutboxRow, receipt: FinalReceipt): Sha256[] {
  if (receipt.outcome === "accepted" || receipt.outcome === "merged") return receipt.missingFiles;
  return attachmentsOf(row.mutation).map(({ sha256 }) => sha256);
}
