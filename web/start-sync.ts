import { liveQuery } from "dexie";
import type { Instant } from "../shared/scalars.ts";
import { readUnknownPuts } from "./db/apply-delta.ts";
import type { AppDb } from "./db/schema.ts";
import { askForBackgroundSync } from "./service-worker/background-sync.ts";
import { showBadge } from "./sync/app-badge.ts";
import { createLinkSpeed } from "./sync/link-speed.ts";
import { type SyncLoop, startSyncLoop } from "./sync/sync-loop.ts";
import { countPending, type SyncProblem } from "./sync/sync-status.ts";
import type { Transport } from "./sync/transport.ts";

export type StartSyncOptions = {
  /** The first round waits for it. */
  after: Promise<void>;
  lastSyncAt: Instant | null;
  onProblem?: (problem: SyncProblem, thrown?: unknown) => void;
};

/**
 * Starts syncing in this window, on the browser's own clock, network, locks and events. Its `wake`
 * also asks for the service worker's help, should the app be closed before everything went.
 */
export function startSync(
  db: AppDb,
  transport: Transport,
  { after, lastSyncAt, onProblem }: StartSyncOptions,
): SyncLoop {
  const loop = startSyncLoop({
    db,
    transport,
    async prepare() {
      await after;
      await readUnknownPuts(db);
    },
    speed: createLinkSpeed(),
    clock: Date.now,
    random: Math.random,
    locks: navigator.locks,
    later,
    triggers: onReturn,
    lastSyncAt: lastSyncAt === null ? null : Date.parse(lastSyncAt),
    onProblem(problem, thrown) {
      void askForBackgroundSync();
      onProblem?.(problem, thrown);
    },
  });
  // Whoever changes the outbox, this window, another or the service worker, changes the icon.
  const badge = liveQuery(() => countPending(db)).subscribe(({ mutations, files }) => {
    void showBadge(navigator, mutations + files);
  });
  return {
    ...loop,
    stop() {
      loop.stop();
      badge.unsubscribe();
    },
    wake() {
      loop.wake();
      void askForBackgroundSync();
    },
  };
}

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** The network or the person came back (O8). `online` alone is not to be trusted. */
function onReturn(wake: () => void): () => void {
  const ifVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", ifVisible);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", ifVisible);
  };
}
