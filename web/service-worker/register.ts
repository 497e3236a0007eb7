import { type ReadonlySignal, signal } from "@preact/signals";
import { Workbox } from "workbox-window";
import { trustedScriptUrl } from "../trusted-types.ts";
import { openUpdateVote } from "./update-vote.ts";

export type AppUpdate = {
  /** A new version is installed and waits. */
  readonly updateReady: ReadonlySignal<boolean>;
  /**
   * Changes over to the new version, in every window. @returns false where a window holds typing
   * that is not saved yet; nothing happens then, and it may be tried again.
   */
  applyUpdate(): Promise<boolean>;
};

const RELOAD_RETRY_MS = 200;

export type RegisterOptions = {
  /** Fetching the whole app waits for it. */
  after: Promise<void>;
  /** Whether this window holds typing that is not saved yet. */
  isDirty: () => boolean;
};

/** Registers the service worker; an update never activates by itself. */
export function registerServiceWorker({ after, isDirty }: RegisterOptions): AppUpdate {
  const updateReady = signal(false);
  if (!("serviceWorker" in navigator)) {
    return { updateReady, applyUpdate: () => Promise.resolve(false) };
  }
  const vote = openUpdateVote(isDirty);
  const workbox = new Workbox(trustedScriptUrl("/service-worker.js"));
  workbox.addEventListener("waiting", () => {
    updateReady.value = true;
  });
  workbox.addEventListener("controlling", ({ isUpdate }) => {
    // The first install takes over without a reload.
    if (isUpdate) reloadOnceSaved(isDirty);
  });
  void after.then(() => workbox.register());
  return {
    updateReady,
    async applyUpdate() {
      if (!(await vote.isEveryoneReady())) return false;
      workbox.messageSkipWaiting();
      return true;
    },
  };
}

/** Someone may have typed on after the vote. */
function reloadOnceSaved(isDirty: () => boolean): void {
  if (isDirty()) setTimeout(() => reloadOnceSaved(isDirty), RELOAD_RETRY_MS);
  else location.reload();
}
