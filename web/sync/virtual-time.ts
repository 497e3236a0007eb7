import type { TestTablet } from "../db/test-db.ts";
import { createLinkSpeed } from "./link-speed.ts";
import { type SyncLoop, startSyncLoop } from "./sync-loop.ts";
import type { SyncProblem } from "./sync-status.ts";
import { createTransport, type Fetch } from "./transport.ts";

// The real loop in a time of its own, so that an hour of a bad network takes no hour to try.

export type VirtualTime = { nowMs: number };

export type VirtualLoop = {
  loop: SyncLoop;
  /** When each request left. */
  requests: number[];
  problems: SyncProblem[];
  /** The network or the person came back. */
  trigger: () => void;
  /** Runs until the first round that would begin after `ms`. */
  runUntil(ms: number): Promise<void>;
};

/** @param time moved on by `runUntil`, and by a `fetch` that takes its time */
export function aLoopInVirtualTime(
  { db }: TestTablet,
  { time, fetch, random }: { time: VirtualTime; fetch: Fetch; random: () => number },
): VirtualLoop {
  const requests: number[] = [];
  const problems: SyncProblem[] = [];
  let due: { atMs: number; work: () => void } | undefined;
  let rested = Promise.withResolvers<void>();
  let trigger = () => {};
  const loop = startSyncLoop({
    db,
    transport: createTransport((url, init) => {
      requests.push(time.nowMs);
      return fetch(url, init);
    }),
    clock: () => time.nowMs,
    speed: createLinkSpeed(),
    locks: { request: (_name, work) => work() },
    random,
    later(work, ms) {
      due = { atMs: time.nowMs + ms, work };
      rested.resolve();
      return () => {
        due = undefined;
        rested = Promise.withResolvers();
      };
    },
    triggers(wake) {
      trigger = wake;
      return () => {
        trigger = () => {};
      };
    },
    onProblem: (problem) => problems.push(problem),
  });
  return {
    loop,
    requests,
    problems,
    trigger: () => trigger(),
    async runUntil(ms) {
      for (;;) {
        await rested.promise;
        if (!due || due.atMs > ms) break;
        time.nowMs = due.atMs;
        due.work();
      }
      time.nowMs = Math.max(time.nowMs, ms);
    },
  };
}

/** Chance that comes out the same in every run (mulberry32). @returns numbers in [0, 1) */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The most of them that fall into one stretch of `withinMs`, wherever it begins. */
export function mostWithin(times: readonly number[], withinMs: number): number {
  let most = 0;
  let from = 0;
  for (const [at, timeMs] of times.entries()) {
    while ((times[from] ?? timeMs) <= timeMs - withinMs) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
}
