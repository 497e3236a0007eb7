import type { Locks } from "./sync-lock.ts";

/** The Web Locks of one browser: what its windows and its service worker share. They die with it. */
export function fakeLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(name, work) {
      const before = last.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      last.set(name, mine);
      return mine;
    },
  };
}
