import type { PushReply } from "../../shared/push.ts";
import type { Epoch, Seq } from "../../shared/scalars.ts";
import type { SettledRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { changeSettings, readSettings } from "./settings.ts";
import { noteArrivals } from "./uploads.ts";

/**
 * Notes where the server stands, and puts everything it may have forgotten (another epoch, or a
 * head behind a receipt) back into the outbox as the same mutation, in its old place [O11].
 * Runs inside a transaction over `outbox`, `settled`, `uploads` and `settings`.
 *
 * @returns how many are offered again
 */
export async function offerAgain(
  db: AppDb,
  { epoch, headSeq, backedUpSeq }: Pick<PushReply, "epoch" | "headSeq" | "backedUpSeq">,
): Promise<number> {
  const known = await readSettings(db);
  await changeSettings(db, { epoch, headSeq, backedUpSeq });
  await noteArrivals(db, { epoch, headSeq });
  if (known.epoch === epoch && headSeq >= known.headSeq) return 0;

  const forgotten = (await db.settled.toArray()).filter((row) => isForgotten(row, epoch, headSeq));
  for (const row of forgotten) {
    const { receipt: _, settledAt, epoch: _epoch, seq: _seq, needsCare, order, ...kept } = row;
    const handled = row.receipt.outcome === "conflict" || row.receipt.outcome === "held";
    // In a copied profile the count of what was submitted may have started anew: an old place that
    // is taken stays with whoever has it, and this one goes to the end.
    const isFree = (await db.outbox.get(order)) === undefined;
    await db.outbox.add({
      ...kept,
      ...(isFree ? { order } : {}),
      queuedAt: settledAt,
      sentOnce: true,
      state: "ready",
      ...(handled && needsCare === 0 ? { handled } : {}),
    });
    await db.settled.delete(row.mutationId);
  }
  return forgotten.length;
}

function isForgotten(row: SettledRow, epoch: Epoch, headSeq: Seq): boolean {
  return row.epoch !== epoch || row.seq > headSeq;
}
