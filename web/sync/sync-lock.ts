/** What this needs of `navigator.locks`. */
export type Locks = {
  request<T>(
    name: string,
    options: { ifAvailable: true },
    work: (lock: object | null) => Promise<T>,
  ): Promise<T>;
};

/**
 * Runs `work` unless another window or the service worker is sending already [O7]. The browser
 * frees the lock when its holder dies.
 */
export async function withSyncLock<T>(locks: Locks, work: () => Promise<T>): Promise<T | "busy"> {
  return locks.request<T | "busy">("bpm-sync", { ifAvailable: true }, async (lock) =>
    lock === null ? "busy" : work(),
  );
}
