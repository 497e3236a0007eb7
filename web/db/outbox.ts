import { MAX_BATCH_BYTES, MAX_BATCH_MUTATIONS } from "../../shared/push.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { contentOf, versionUnder } from "./content.ts";
import type { DraftKey } from "./drafts.ts";
import { readRow } from "./read-row.ts";
import type { DraftRow, OutboxRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { durably, type StorageError } from "./storage-error.ts";

/** Room for the rest of the request around the mutations. */
const ENVELOPE_BYTES = 1024;

/**
 * The next mutations to send, in the order they were submitted, as many as fit one push. One that
 * the server would not take before goes alone, so that it cannot hold up the others again (P10).
 *
 * @param after the order of the last one offered in this round; -1 at its start
 */
export async function nextBatch(db: AppDb, after: number): Promise<OutboxRow[]> {
  const batch: OutboxRow[] = [];
  let bytes = ENVELOPE_BYTES;
  for await (const row of rowsAbove(db, after)) {
    bytes += byteLength(JSON.stringify(row.mutation)) + 1;
    const alone = row.problem !== undefined;
    if (batch.length > 0 && (alone || bytes > MAX_BATCH_BYTES)) break;
    batch.push(row);
    if (alone || batch.length === MAX_BATCH_MUTATIONS) break;
  }
  return batch;
}

/** Whether there is text that has not been offered yet; one that was flagged was offered. */
export async function hasUnoffered(db: AppDb): Promise<boolean> {
  for await (const row of rowsAbove(db, -1)) if (!row.sentOnce) return true;
  return false;
}

/** One by one: what cannot be read, which the look at the tablet names (O15), holds up no other. */
async function* rowsAbove(db: AppDb, after: number): AsyncGenerator<OutboxRow> {
  for (const order of await db.outbox.where("order").above(after).primaryKeys()) {
    const row = await readRow(db, db.outbox, order);
    // Recalled meanwhile, too.
    if (row.ok && row.value) yield row.value;
  }
}

/**
 * Marks mutations as on their way, before the first byte leaves: from here on the server may have
 * them, whatever becomes of the request, and they cannot be recalled (O3).
 *
 * @returns those still in the outbox; one that was recalled meanwhile is not sent
 */
export async function markSent(db: AppDb, batch: OutboxRow[]): Promise<OutboxRow[]> {
  return db.transaction("rw", db.outbox, async () => {
    const rows = await db.outbox.bulkGet(batch.map((row) => row.order));
    const present = rows.filter((row) => row !== undefined);
    const sent = present.map((row) => ({ ...row, sentOnce: true }));
    await db.outbox.bulkPut(sent);
    return sent;
  });
}

/** Notes why the server would not take a request with this mutation in it. It stays (O5). */
export async function flagMutation(
  db: AppDb,
  order: number,
  problem: { code: string; at: Instant },
): Promise<void> {
  await db.outbox.update(order, { problem });
}

export type TakeBackError =
  | StorageError
  /** Its request has left, or it is settled already: edit again instead. */
  | { kind: "already-sent" }
  /** A later mutation or a draft was made on top of it. */
  | { kind: "built-upon" };

/**
 * Recalls a mutation that was never sent to its author's drafts, in one transaction (O3). Of a
 * removal nothing is left to edit: its record is there again as it was.
 */
export async function takeBack(
  db: AppDb,
  mutationId: string,
  now: Instant,
): Promise<Result<DraftKey, TakeBackError>> {
  return durably(db, () =>
    db.transaction("rw", db.outbox, db.drafts, db.settled, async () => {
      const row = await db.outbox.get({ mutationId });
      if (!row || row.sentOnce) return err({ kind: "already-sent" });
      const { submissionId, authorId } = row;
      const queued = await db.outbox.where("submissionId").equals(submissionId).toArray();
      const drafts = await db.drafts
        .filter((draft) => draft.submissionId === submissionId)
        .toArray();
      const onTop = [...queued.map((other) => other.mutation), ...drafts];
      if (onTop.some((other) => other.baseMutationId === mutationId)) {
        return err({ kind: "built-upon" });
      }
      if (drafts.some((draft) => draft.authorId === authorId)) return err({ kind: "built-upon" });
      if (row.mutation.body !== null) await db.drafts.add(draftOf(row, now));
      await db.outbox.delete(row.order);
      if (row.answers) await db.settled.update(row.answers, { needsCare: 1 });
      return ok({ authorId, submissionId });
    }),
  );
}

function draftOf(row: OutboxRow, now: Instant): DraftRow {
  const { submissionId, authorId, assignmentId, assignment, mutation, base } = row;
  const { kind, baseMutationId } = mutation;
  return {
    authorId,
    submissionId,
    kind,
    assignmentId,
    assignment,
    ...versionUnder(mutation),
    ...(baseMutationId ? { baseMutationId } : {}),
    base,
    ...contentOf(mutation),
    ...(row.answers ? { answers: row.answers } : {}),
    typed: {},
    place: "",
    revision: 0,
    updatedAt: now,
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
