import type { PushReply } from "../../shared/push.ts";
import type { Epoch, Seq } from "../../shared/scalars.ts";
import type { SettledRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { changeSettings, readSettings } from "./settings.ts";

/**
 * Notes where the server stands, and puts everything it may have forgotten (another epoch, or a
 * head behind a receipt) back into the outbox as the same mutation, in its old place [O11].
 * Runs inside a transaction over `outbox`, `settled` and `settings`.
 *
 * @returns how many are offered again
 */
export async function offerAgain(
  db: AppDb,
  server: { epoch: Epoch } & Partial<Pick<PushReply, "headSeq" | "backedUpSeq">>,
): Promise<number> {
  const known = await readSettings(db);
  const sameLife = known.epoch === server.epoch;
  const headSeq = server.headSeq ?? (sameLife ? known.headSeq : 0);
  const backedUpSeq = server.backedUpSeq ?? (sameLife ? known.backedUpSeq : 0);
  await changeSettings(db, { epoch: server.epoch, headSeq, backedUpSeq });
  if (sameLife && headSeq >= known.headSeq) return 0;

  const forgotten = (await db.settled.toArray()).filter((row) =>
    isForgotten(row, server.epoch, headSeq),
  );
  for (const row of forgotten) {
    const { receipt: _, settledAt, epoch: _epoch, seq: _seq, needsCare, ...kept } = row;
    const handled = row.receipt.outcome === "conflict" || row.receipt.outcome === "held";
    await db.outbox.put({
      ...kept,
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
