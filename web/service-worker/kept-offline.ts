import type { PrecacheEntry } from "workbox-precaching";

type Kept = string | PrecacheEntry;

/** The chunks of photos/main-thread-*.ts, which only browsers load that cannot draw in a worker. */
const MAIN_THREAD = /(^|\/)main-thread-[^/]*\.js$/;

/** What of a build this browser keeps to work offline: all of it but what it will never load. */
export function keptOffline(build: readonly Kept[], drawsOffPage: boolean): Kept[] {
  return build.filter((entry) => !(drawsOffPage && MAIN_THREAD.test(urlOf(entry))));
}

function urlOf(entry: Kept): string {
  return typeof entry === "string" ? entry : entry.url;
}
