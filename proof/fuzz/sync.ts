import { type SyncLoop, type SyncLoopDeps, startSyncLoop } from "../../web/sync/sync-loop.ts";
import type { SyncProblem } from "../../web/sync/sync-status.ts";
import type { Fault } from "./faulty-network.ts";
import type { FuzzTablet } from "./tablet.ts";

/** The app's own sync loop, as a window of the app runs it; nothing outside wakes it. */
export function startLoop(
  { db, transport, locks, speed, clock }: FuzzTablet,
  deps: Pick<SyncLoopDeps, "random" | "later" | "onProblem">,
): SyncLoop {
  return startSyncLoop({
    ...{ db, transport, speed, locks, ...deps },
    clock: () => Date.now() + clock.aheadMs,
    triggers: () => () => {},
  });
}

/**
 * The app's own sync loop, for one round: what it does when everything goes, when the network or
 * the storage fails, and when another window is at it.
 *
 * @returns why it did not do everything
 * @throws what only a bug throws
 */
export async function sync(
  tablet: FuzzTablet,
  faults: readonly Fault[] = [],
): Promise<SyncProblem | null> {
  const { network } = tablet;
  network.plan(faults);
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const { promise: broken, reject: fail } = Promise.withResolvers<never>();
  const loop = startLoop(tablet, {
    random: () => 0,
    later: () => {
      end();
      return () => {};
    },
    onProblem: ({ kind }, thrown) => {
      if (kind === "broken") fail(thrown);
    },
  });
  const unsubscribe = loop.status.subscribe(({ phase }) => {
    if (phase === "paused") end();
  });
  try {
    await Promise.race([ended, broken]);
    return loop.status.value.problem;
  } finally {
    unsubscribe();
    loop.stop();
    network.calm();
  }
}
