import { ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { purge } from "../db/purge.ts";
import type { AppDb } from "../db/schema.ts";
import { changeSettings, currentPerson } from "../db/settings.ts";
import type { LinkSpeed } from "./link-speed.ts";
import { pullMirror } from "./pull.ts";
import { pushOutbox } from "./push.ts";
import { countPending, type SyncStatus } from "./sync-status.ts";
import type { Transport } from "./transport.ts";
import type { TransportError } from "./transport-error.ts";
import { uploadFiles } from "./upload-files.ts";

export type RoundDeps = {
  db: AppDb;
  transport: Transport;
  clock: () => number;
  speed: LinkSpeed;
  /** What to show of it. */
  onStatus?: (change: Partial<SyncStatus>) => void;
};

/**
 * One round: all text, then the files, then what the server has to say; text submitted meanwhile
 * goes before the next file. What was sent stays sent when a later stage fails.
 */
export async function syncRound(deps: RoundDeps): Promise<Result<void, TransportError>> {
  const sent = await sendAll(deps);
  if (!sent.ok) return sent;
  const pulled = await pull(deps);
  if (!pulled.ok) return pulled;
  if (pulled.value.offeredAgain > 0) {
    const again = await sendAll(deps);
    if (!again.ok) return again;
  }
  await purge(deps.db, now(deps));
  const clockAheadMs = deps.transport.clockAheadMs();
  await changeSettings(deps.db, {
    lastSyncAt: now(deps),
    ...(clockAheadMs === null ? {} : { clockAheadMs }),
  });
  return ok(undefined);
}

async function sendAll(deps: RoundDeps): Promise<Result<void, TransportError>> {
  const { db, speed } = deps;
  const show = deps.onStatus ?? (() => undefined);
  for (;;) {
    show({ phase: "sending-text" });
    const pushed = await pushOutbox({
      ...deps,
      onSending: (mutationIds) => show({ sending: new Set(mutationIds) }),
    });
    show({ counts: await countPending(db) });
    if (!pushed.ok) return pushed;
    show({ phase: "sending-files" });
    const speedBefore = speed.bytesPerSecond;
    const uploaded = await uploadFiles({ ...deps, onProgress: (upload) => show({ upload }) });
    const bytesPerSecond = speed.bytesPerSecond;
    if (bytesPerSecond !== null && bytesPerSecond !== speedBefore) {
      await changeSettings(db, { uploadSpeed: { bytesPerSecond, measuredAt: now(deps) } });
    }
    show({ counts: await countPending(db) });
    if (!uploaded.ok) return uploaded;
    if (uploaded.value === "finished") return ok(undefined);
  }
}

/** Without anybody at the tablet there is nobody to read for; sending needs no one. */
async function pull(deps: RoundDeps): Promise<Result<{ offeredAgain: number }, TransportError>> {
  const person = await currentPerson(deps.db);
  if (!person) return ok({ offeredAgain: 0 });
  deps.onStatus?.({ phase: "pulling" });
  return pullMirror(deps, { viewer: person.id, unit: person.orgUnitCode });
}

function now({ clock }: RoundDeps): Instant {
  return new Date(clock()).toISOString();
}
