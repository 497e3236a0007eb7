import { type ReadonlySignal, signal } from "@preact/signals-core";
import { freeStorage } from "../db/purge.ts";
import { storageError } from "../db/storage-error.ts";
import { backoffMs } from "./backoff.ts";
import { type Locks, withSyncLock } from "./sync-lock.ts";
import { type RoundDeps, syncRound } from "./sync-round.ts";
import {
  atRest,
  countPending,
  measureBacklog,
  type SyncProblem,
  type SyncStatus,
} from "./sync-status.ts";

/** Between two rounds in which nothing went wrong: this long, and up to as much again. */
const IDLE_MS = 5 * 60_000;

export type SyncLoopDeps = Omit<RoundDeps, "onStatus"> & {
  locks: Locks;
  /** A number in [0, 1). */
  random: () => number;
  /** Runs `work` after a while. @returns how to call it off */
  later: (work: () => void, ms: number) => () => void;
  /** Subscribes to `online`, `visibilitychange` and the like (O8). @returns how to unsubscribe */
  triggers: (wake: () => void) => () => void;
  /** Done once, before the first round; tried again at the next where it throws. */
  prepare?: () => Promise<void>;
  /** End of the last round in which everything went, from an earlier life of this window. */
  lastSyncAt?: number | null;
  /** A round failed in a way a user can do something about, or the network can; or a bug threw. */
  onProblem?: (problem: SyncProblem, thrown?: unknown) => void;
};

export type SyncLoop = {
  readonly status: ReadonlySignal<SyncStatus>;
  /** Starts a round now: after a submit, a sign-in, at the button. Safe at any time. */
  wake(): void;
  stop(): void;
};

/**
 * Decides when to sync (O8): now, at every trigger, and again after a while, for ever (O5).
 * The top handler of everything a round throws.
 */
export function startSyncLoop(deps: SyncLoopDeps): SyncLoop {
  const status = signal<SyncStatus>({ ...atRest, lastSyncAt: deps.lastSyncAt ?? null });
  const show = (change: Partial<SyncStatus>) => {
    status.value = { ...status.value, ...change };
  };
  let failures = 0;
  /** Until then the server asked to be left alone. */
  let quietUntil = 0;
  let isPrepared = false;
  let isRunning = false;
  let isWoken = false;
  let isStopped = false;
  let callOff = () => {};

  async function run(): Promise<void> {
    callOff();
    isRunning = true;
    const ended = await prepared()
      .then(() => withSyncLock(deps.locks, inTurn))
      .catch(broken);
    isRunning = false;
    if (isStopped) return;
    const waitMs = settleStatus(ended);
    if (isWoken && deps.clock() >= quietUntil) void run();
    else if (waitMs !== null) callOff = deps.later(() => void run(), waitMs);
  }

  async function inTurn(): Promise<SyncProblem | null> {
    if (isStopped) return null;
    // Whatever woke this window while another was sending is answered by the round that begins now.
    isWoken = false;
    return round(deps, show, () => (failures = 0));
  }

  async function prepared(): Promise<void> {
    if (!isPrepared) await deps.prepare?.();
    isPrepared = true;
  }

  function broken(error: unknown): SyncProblem {
    deps.onProblem?.({ kind: "broken" }, error);
    return { kind: "broken" };
  }

  /** @returns how long to wait before the next round; null: until a trigger */
  function settleStatus(ended: SyncProblem | null): number | null {
    const rest = { sending: new Set<string>(), upload: null };
    if (ended === null) {
      failures = 0;
      show({ ...rest, phase: "idle", problem: null, lastSyncAt: deps.clock() });
      return IDLE_MS * (1 + deps.random());
    }
    const atLeastMs = ended.kind === "throttled" ? ended.retryAfterMs : 0;
    quietUntil = deps.clock() + atLeastMs;
    const isPaused = ended.kind === "signed-out" || ended.kind === "other-viewer";
    show({ ...rest, phase: isPaused ? "paused" : "waiting", problem: ended });
    if (isPaused) return null;
    if (ended.kind === "too-old") return IDLE_MS * (1 + deps.random());
    failures += 1;
    return backoffMs(failures, deps.random(), atLeastMs);
  }

  function wake(): void {
    if (isStopped) return;
    // Something changed: what failed before says nothing about now, and the first request of a
    // network that just returned often fails too.
    failures = 0;
    if (isRunning) isWoken = true;
    else void run();
  }

  /** A tablet that is looked at often, or whose network comes and goes, still does as it was asked. */
  function returned(): void {
    if (deps.clock() >= quietUntil) wake();
  }

  const unsubscribe = deps.triggers(returned);
  wake();
  return {
    status,
    wake,
    stop() {
      isStopped = true;
      unsubscribe();
      callOff();
    },
  };
}

async function round(
  deps: SyncLoopDeps,
  show: (change: Partial<SyncStatus>) => void,
  onProgress: () => void,
): Promise<SyncProblem | null> {
  const before = await measureBacklog(deps.db);
  const problem = await syncRound({ ...deps, onStatus: show }).then(
    (ended) => (ended.ok ? null : ended.error),
    (error: unknown) => makeRoom(deps, error),
  );
  const after = await measureBacklog(deps.db);
  if (after.mutations < before.mutations || after.bytes < before.bytes) onProgress();
  show({ counts: await countPending(deps.db) });
  if (problem) deps.onProblem?.(problem);
  return problem;
}

/** A full storage is answered by letting go of what the server has (O10); all else is thrown on. */
async function makeRoom({ db }: SyncLoopDeps, error: unknown): Promise<SyncProblem> {
  if (storageError(error)?.kind !== "storage-full") throw error;
  await freeStorage(db);
  return { kind: "storage-full" };
}
