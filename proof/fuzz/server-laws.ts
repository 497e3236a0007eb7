import { Receipt } from "../../shared/push.ts";
import { nothing, same } from "./broken-law.ts";
import { readMutations } from "./server-mutations.ts";
import { tokensIn } from "./tokens.ts";
import type { World } from "./world.ts";

// What holds on the server by itself, read whole from its database.

/** P3, R4: whatever the server of this epoch answered, it knows; no crash forgets it. */
export async function everyReceiptResolves(world: World): Promise<void> {
  const { server, memory } = world;
  const { epoch } = await server.store.reader
    .selectFrom("installation")
    .select("epoch")
    .executeTakeFirstOrThrow();
  const mutations = await readMutations(world.server.store.reader);
  const known = new Map(mutations.map(({ receipt }) => [receipt.mutationId, receipt]));
  for (const given of memory.receipts.values()) {
    if (given.epoch !== epoch) continue;
    const stored = known.get(given.mutationId);
    same(stored, Receipt.parse(JSON.parse(given.text)), "[R4] [P3] a receipt is kept");
  }
}

export async function theServerIsWhole(world: World): Promise<void> {
  await versionsFollowOneAnother(world);
  await mutationsAreAsSubmitted(world);
  await theFeedEndsAtItsHead(world);
}

/** P2, P5, P6: versions 1, 2, 3 …, each by one mutation, and none loses what the one before said. */
async function versionsFollowOneAnother({ server: { store } }: World): Promise<void> {
  const versions = await store.reader
    .selectFrom("versions")
    .selectAll()
    .orderBy("submission_number")
    .orderBy("version")
    .execute();
  const ids = versions.map((version) => version.mutation_id);
  same(new Set(ids).size, ids.length, "[S2] [P2] one version per mutation");
  for (const [at, version] of versions.entries()) {
    const before = versions[at - 1];
    const isFirst = before?.submission_number !== version.submission_number;
    same(version.version, isFirst ? 1 : before.version + 1, "[P5] versions without gaps");
    if (isFirst) continue;
    // Nobody at these tablets ever takes a text or a file away.
    const has = new Set(tokensIn([version.body, version.attachments]));
    const lost = tokensIn([before.body, before.attachments]).filter((token) => !has.has(token));
    nothing(lost, "[R3] [P6] overwritten");
  }
}

/** O3, O9, P7: each mutation is its author's and as it was sealed, and none waits for ever. */
async function mutationsAreAsSubmitted(world: World): Promise<void> {
  const contested = await contestedSubmissions(world);
  for (const { receipt, authorId, hash, submissionId } of await readMutations(
    world.server.store.reader,
  )) {
    const submitted = world.memory.submitted.get(receipt.mutationId);
    if (submitted) same({ authorId, hash }, submitted, "[O9] re-attributed");
    const isStuck = receipt.outcome === "waiting" && !contested.has(submissionId);
    nothing(isStuck ? [receipt.mutationId] : [], "[P7] still waiting");
  }
}

/**
 * Submissions of which a person has to look at a mutation first: what was made on top of a version
 * that a restore took away waits when that version's own mutation is held or in conflict now, or is
 * nowhere any more but in the rescue file of a tablet that was lost.
 */
export async function contestedSubmissions(world: World): Promise<Set<string>> {
  const rows = await world.server.store.reader
    .selectFrom("kept_mutations")
    .select("submission_id")
    .where("outcome", "in", ["held", "conflict"])
    .execute();
  const contested = new Set(rows.map((row) => row.submission_id));
  if (world.memory.isBeyondRescue) for (const id of await leftWaiting(world)) contested.add(id);
  return contested;
}

/** Submissions of which a mutation waits for one that neither the server nor a tablet has. */
async function leftWaiting({ server, tablets }: World): Promise<string[]> {
  const mutations = await readMutations(server.store.reader);
  const known = new Set(mutations.map(({ receipt }) => receipt.mutationId));
  for (const { db } of tablets) {
    for (const { mutationId } of await db.outbox.toArray()) known.add(mutationId);
    for (const { mutationId } of await db.settled.toArray()) known.add(mutationId);
  }
  const isLeft = ({ receipt }: (typeof mutations)[number]) =>
    receipt.outcome === "waiting" &&
    "mutationId" in receipt.for &&
    !known.has(receipt.for.mutationId);
  return mutations.filter(isLeft).map(({ submissionId }) => submissionId);
}

/** D1: no row of the feed is beyond the head that readers were told. */
async function theFeedEndsAtItsHead({ server: { store } }: World): Promise<void> {
  const { head_seq } = await store.reader
    .selectFrom("installation")
    .select("head_seq")
    .executeTakeFirstOrThrow();
  const newest = await store.reader
    .selectFrom("changes")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirstOrThrow();
  same(Math.max(newest.seq ?? 0, head_seq), head_seq, "[D1] [P9] nothing beyond the head");
}
