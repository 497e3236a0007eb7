/** What this needs of `navigator.locks`. */
export type Locks = {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
};

/**
 * Runs `work` once no other window and no service worker is sending [O7]: after them, in the order
 * of asking. The browser frees the lock, and forgets who waits for it, when they die.
 */
export function withSyncLock<T>(locks: Locks, work: () => Promise<T>): Promise<T> {
  return locks.request("bpm-sync", work);
}
