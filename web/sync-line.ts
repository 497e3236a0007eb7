import type { SyncView } from "./components/sync-view.ts";
import { clock } from "./i18n/format.ts";
import { t } from "./i18n/language.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";
import { countPending, type PendingCounts, type SyncStatus } from "./sync/sync-status.ts";

/**
 * What the line about sending says. It is warm only where something could not be kept on this
 * tablet; whatever is wrong with the network, the session or the server, the work is safe.
 *
 * @param pending what is on this tablet only; newer than what the last round counted
 */
export function syncLine(status: SyncStatus, pending: PendingCounts): SyncView {
  const { problem, phase, upload, lastSyncAt } = status;
  if (problem?.kind === "storage-full") return { kind: "not-saved", reason: t().sync.storageFull };
  if (problem?.kind === "broken") return { kind: "not-saved", reason: t().sync.broken };
  const waiting = pending.mutations + pending.files;
  if (phase === "sending-text" && pending.mutations > 0) {
    return { kind: "sending", photosSent: 0, photosTotal: 0 };
  }
  if (phase === "sending-files" && upload) {
    return { kind: "sending", photosSent: upload.index, photosTotal: upload.of };
  }
  if (waiting === 0 && problem === null && lastSyncAt !== null) {
    return { kind: "done", at: clock(new Date(lastSyncAt).toISOString()) };
  }
  const signal = problem?.kind !== "offline" && problem?.kind !== "portal";
  return { kind: "kept", waiting, signal };
}

/** What is still on this tablet only, as it changes. */
export function usePending(): PendingCounts {
  const { db } = useServices();
  return useLive(() => countPending(db), [db], { mutations: 0, files: 0 }).value;
}
