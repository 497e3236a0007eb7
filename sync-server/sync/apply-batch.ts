import type { Mutation, PushReply, Receipt } from "../../shared/push.ts";
import type { Instant } from "../../shared/scalars.ts";
import { readPeopleOfDevice } from "../store/devices.ts";
import { lockFeed } from "../store/installation.ts";
import type { Db } from "../store/open.ts";
import { type BatchEffects, createBatchEffects, storeEffects } from "./batch-effects.ts";
import { type BatchKnowledge, createBatchKnowledge } from "./batch-knowledge.ts";
import type { Depositor } from "./depositor.ts";
import { lookUpBatch, type Waiting } from "./look-up-batch.ts";
import { reconcile } from "./reconcile.ts";

export type Push = {
  mutations: readonly Mutation[];
  depositor: Depositor;
  receivedAt: Instant;
};

/**
 * Decides and stores a batch in one transaction; the reply is durable when it comes (R4).
 * Safe to repeat: the same push gets the same receipts (R1).
 */
export async function applyBatch(db: Db, push: Push): Promise<PushReply> {
  return db.transaction().execute(async (tx) => {
    const feed = await lockFeed(tx);
    const { personId, deviceId } = push.depositor;
    const speakers = deviceId === null ? new Set() : await readPeopleOfDevice(tx, deviceId);
    const found = await lookUpBatch(tx, push.mutations);
    const knowledge = createBatchKnowledge(found, {
      headSeq: feed.head_seq,
      receivedAt: push.receivedAt,
    });
    const effects = createBatchEffects();

    const receipts = push.mutations.map((mutation) => {
      const vouched = mutation.authorId === personId || speakers.has(mutation.authorId);
      return decide({ mutation, vouched, deviceId }, knowledge, effects);
    });
    releaseWaiting(found.waiting, knowledge, effects);

    const headSeq = knowledge.headSeq();
    await storeEffects(tx, effects, { before: feed.head_seq, after: headSeq });
    return { epoch: feed.epoch, headSeq, backedUpSeq: feed.backed_up_seq, receipts };
  });
}

function decide(carried: Waiting, knowledge: BatchKnowledge, effects: BatchEffects): Receipt {
  const { mutation, vouched } = carried;
  const known = knowledge.about(mutation, vouched);
  const decision = reconcile(mutation, known);
  // A repeated receipt is the stored one itself: nothing to store.
  if (decision.receipt !== known.earlier?.receipt) {
    knowledge.learn(mutation, decision);
    effects.add(carried, decision, known);
  }
  return decision.receipt;
}

/** Decides afresh what waited for something that this batch brought, until nothing moves any more. */
function releaseWaiting(
  waiting: readonly Waiting[],
  knowledge: BatchKnowledge,
  effects: BatchEffects,
): void {
  let left = waiting;
  for (;;) {
    const still = left.filter((carried) => {
      const { earlier } = knowledge.about(carried.mutation, carried.vouched);
      if (earlier?.receipt.outcome !== "waiting") return false;
      return decide(carried, knowledge, effects).outcome === "waiting";
    });
    if (still.length === left.length) return;
    left = still;
  }
}
