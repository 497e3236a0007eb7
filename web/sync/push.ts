import { PROTOCOL_VERSION } from "../../shared/protocol-version.ts";
import type { PushReply } from "../../shared/push.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { flagMutation, markSent, nextBatch } from "../db/outbox.ts";
import type { OutboxRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { readSettings } from "../db/settings.ts";
import { settle } from "../db/settle.ts";
import type { Transport } from "./transport.ts";
import type { TransportError } from "./transport-error.ts";

export type PushDeps = {
  db: AppDb;
  transport: Transport;
  /** Milliseconds since 1970, by the tablet's clock. */
  clock: () => number;
  /** The mutations of the request under way; empty once it has ended. */
  onSending?: (mutationIds: string[]) => void;
};

/**
 * Failures a round may spend on singling out bad mutations; a 500 costs more than a 400, which the
 * server gave on purpose. Enough for one bad one among fifty, too little to hammer a server that
 * fails at everything.
 */
const PATIENCE = 32;
const COST_OF_500 = 4;

/**
 * Offers the outbox to the server once, in order, the answers settled as they come. A mutation that
 * spoils its request is singled out, flagged and left behind; the others go on (P10).
 */
export async function pushOutbox(deps: PushDeps): Promise<Result<void, TransportError>> {
  const round = { patience: PATIENCE };
  let restarts = 1;
  for (let after = -1; ; ) {
    const batch = await nextBatch(deps.db, after);
    const last = batch.at(-1);
    if (!last) return ok(undefined);
    const pushed = await pushBatch(deps, batch, round);
    if (!pushed.ok) return pushed;
    // What is offered again comes before everything newer. Once a round: two servers that take
    // turns answering must not keep it going for ever.
    const again = pushed.value.offeredAgain > 0 && restarts > 0;
    if (again) restarts -= 1;
    after = again ? -1 : last.order;
  }
}

async function pushBatch(
  deps: PushDeps,
  batch: OutboxRow[],
  round: { patience: number },
): Promise<Result<{ offeredAgain: number }, TransportError>> {
  const sent = await markSent(deps.db, batch);
  const [first] = sent;
  if (!first) return ok({ offeredAgain: 0 });
  const reply = await request(deps, sent);
  if (reply.ok) return ok(await settle(deps.db, sent, reply.value, now(deps)));

  const code = spoilt(reply.error);
  round.patience -= code === "internal" ? COST_OF_500 : 1;
  if (code === undefined || round.patience < 0) return reply;
  if (sent.length === 1) {
    await flagMutation(deps.db, first.order, { code, at: now(deps) });
    return ok({ offeredAgain: 0 });
  }
  const middle = Math.ceil(sent.length / 2);
  const left = await pushBatch(deps, sent.slice(0, middle), round);
  if (!left.ok) return left;
  const right = await pushBatch(deps, sent.slice(middle), round);
  if (!right.ok) return right;
  return ok({ offeredAgain: left.value.offeredAgain + right.value.offeredAgain });
}

async function request(
  { db, transport, onSending }: PushDeps,
  sent: OutboxRow[],
): Promise<Result<PushReply, TransportError>> {
  const { deviceId, epoch } = await readSettings(db);
  onSending?.(sent.map((row) => row.mutationId));
  const reply = await transport.push({
    protocolVersion: PROTOCOL_VERSION,
    deviceId,
    epochSeen: epoch,
    mutations: sent.map((row) => row.mutation),
  });
  onSending?.([]);
  // O6: one receipt per mutation, in order, or it is no answer at all.
  return reply.ok && !answers(reply.value, sent) ? err({ kind: "portal" }) : reply;
}

function answers({ receipts }: PushReply, sent: OutboxRow[]): boolean {
  return (
    receipts.length === sent.length &&
    receipts.every((receipt, at) => receipt.mutationId === sent[at]?.mutationId)
  );
}

/** Whether an error may be the doing of one mutation in the request, and which code it gets then. */
function spoilt(error: TransportError): string | undefined {
  if (error.kind === "rejected" && (error.status === 400 || error.status === 413)) {
    return error.code;
  }
  return error.kind === "server-error" && error.status === 500 ? "internal" : undefined;
}

function now({ clock }: PushDeps): string {
  return new Date(clock()).toISOString();
}
