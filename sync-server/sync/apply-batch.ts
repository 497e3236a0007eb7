import type { Mutation, PushReply, Receipt } from "../../shared/push.ts";
import type { Instant } from "../../shared/scalars.ts";
import { readPeopleOfDevices } from "../store/devices.ts";
import { lockFeed } from "../store/installation.ts";
import type { Db } from "../store/open.ts";
import { type BatchEffects, createBatchEffects, storeEffects } from "./batch-effects.ts";
import { type BatchKnowledge, createBatchKnowledge } from "./batch-knowledge.ts";
import type { Depositor } from "./depositor.ts";
import { type Carried, lookUpBatch } from "./look-up-batch.ts";
import { reconcile } from "./reconcile.ts";

export type Push = {
  mutations: readonly Mutation[];
  depositor: Depositor;
};

/**
 * Decides and stores pushes in one transaction, in their order, as if they were one batch; the
 * replies are durable when they come (R4). Safe to repeat: the same push gets the same receipts (R1).
 */
export async function applyBatch(
  db: Db,
  pushes: readonly Push[],
  receivedAt: Instant,
): Promise<PushReply[]> {
  return db.transaction().execute(async (tx) => {
    const feed = await lockFeed(tx);
    const carried = await whoCarries(tx, pushes);
    const found = await lookUpBatch(
      tx,
      pushes.flatMap(({ mutations }) => mutations),
      feed.epoch,
    );
    const knowledge = createBatchKnowledge(found, {
      epoch: feed.epoch,
      headSeq: feed.head_seq,
      receivedAt,
    });
    const effects = createBatchEffects();

    const receipts = carried.map((batch) => batch.map((one) => decide(one, knowledge, effects)));
    releaseWaiting(found.waiting, knowledge, effects);

    const headSeq = knowledge.headSeq();
    await storeEffects(tx, effects, { before: feed.head_seq, after: headSeq });
    const { epoch, backed_up_seq: backedUpSeq } = feed;
    return receipts.map((batch) => ({ epoch, headSeq, backedUpSeq, receipts: batch }));
  });
}

/** Each mutation with whether those who bring it may speak for its author. */
async function whoCarries(tx: Db, pushes: readonly Push[]): Promise<Carried[][]> {
  const speakers = await readPeopleOfDevices(
    tx,
    pushes.flatMap(({ depositor }) => depositor.deviceId ?? []),
  );
  return pushes.map(({ mutations, depositor: { personId, deviceId } }) => {
    const here = deviceId === null ? undefined : speakers.get(deviceId);
    return mutations.map((mutation) => ({
      mutation,
      vouched: mutation.authorId === personId || here?.has(mutation.authorId) === true,
      deviceId,
    }));
  });
}

function decide(carried: Carried, knowledge: BatchKnowledge, effects: BatchEffects): Receipt {
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
  waiting: readonly Carried[],
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
