/** Background Sync (WICG), which TypeScript's library does not know and half the browsers lack. */
type SyncManager = { register(tag: string): Promise<void> };

/**
 * Asks the browser to wake the service worker when there is network, with the app closed or not; to
 * be called after a submit and after a failed round. Each time under a new tag, because a tag that
 * failed is not fired again. Best effort: the queue never depends on it (O8).
 */
export async function askForBackgroundSync(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration: ServiceWorkerRegistration & { sync?: SyncManager } =
    await navigator.serviceWorker.ready;
  try {
    await registration.sync?.register(`push-${Date.now()}`);
  } catch {
    // The person, or the browser, does not allow it: windows send by themselves.
  }
}
