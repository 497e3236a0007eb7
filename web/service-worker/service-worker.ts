import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { parseWithoutEval } from "../../shared/without-eval.ts";
import { openAppDb } from "../db/open-app-db.ts";
import { drawsOffPage } from "../photos/draws-off-page.ts";
import { showBadge } from "../sync/app-badge.ts";
import { backgroundRounds } from "../sync/background-rounds.ts";
import { createLinkSpeed } from "../sync/link-speed.ts";
import { syncRound } from "../sync/sync-round.ts";
import { countPending } from "../sync/sync-status.ts";
import { createTransport } from "../sync/transport.ts";
import { keptOffline } from "./kept-offline.ts";

declare const self: ServiceWorkerGlobalScope;

/** Background Sync (WICG), which TypeScript's library does not know. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
declare global {
  interface ServiceWorkerGlobalScopeEventMap {
    sync: SyncEvent;
  }
}

parseWithoutEval();
cleanupOutdatedCaches();
precacheAndRoute(keptOffline(self.__WB_MANIFEST, drawsOffPage()));
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("index.html"), {
    denylist: [/^\/api\//, /^\/recovery\.html/],
  }),
);

self.addEventListener("activate", (event) => {
  // Taking over an open window is for the first install only; an update waits to be asked for.
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  // Sent by register.ts when no window has unsaved typing; never of the worker's own accord.
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
});

self.addEventListener("sync", (event) => {
  // Any tag: a fixed one is not fired again after a failure.
  if (event.tag.startsWith("push")) event.waitUntil(pushInBackground());
});

/**
 * The same rounds as in a window, with the app closed (O8).
 *
 * @throws where something is left to do, so that the browser keeps the registration and fires again
 */
async function pushInBackground(): Promise<void> {
  const opened = await openAppDb();
  if (!opened.ok) throw new Error(`The database did not open: ${opened.error.kind}`);
  const db = opened.value;
  const transport = createTransport((url, init) => fetch(url, init));
  const speed = createLinkSpeed();
  const pending = async () => {
    const { mutations, files } = await countPending(db);
    return mutations + files;
  };
  try {
    const ended = await backgroundRounds({
      locks: self.navigator.locks,
      isPending: async () => (await pending()) > 0,
      round: () => syncRound({ db, transport, speed, clock: Date.now }),
      random: Math.random,
      sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
    });
    if (!ended.ok) throw new Error(`Not everything went: ${ended.error.kind}`);
  } finally {
    await showBadge(self.navigator, await pending());
    db.close();
  }
}
