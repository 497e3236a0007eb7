import type { AppDb } from "../db/schema.ts";
import { pendingUploads } from "../db/uploads.ts";
import type { TransportError } from "./transport-error.ts";
import type { UploadProgress } from "./upload-files.ts";

/** Why the last round did not do everything. */
export type SyncProblem =
  | TransportError
  | { kind: "storage-full" }
  /** The database is closed, lost or of a newer version; or a bug: see the log. */
  | { kind: "broken" };

/** What the interface says about sending; the one source of it. */
export type SyncStatus = {
  phase:
    | "idle"
    | "sending-text"
    | "sending-files"
    | "pulling"
    /** A failure; tried again by itself. */
    | "waiting"
    /** 401: goes on after signing in. What is queued stays queued. */
    | "paused";
  problem: SyncProblem | null;
  /** End of the last round in which everything went, in milliseconds since 1970. */
  lastSyncAt: number | null;
  /** What is still on this tablet only. */
  counts: PendingCounts;
  /** The mutations in the request under way. */
  sending: ReadonlySet<string>;
  upload: UploadProgress | null;
};

export type PendingCounts = { mutations: number; files: number };

export const atRest: SyncStatus = {
  phase: "idle",
  problem: null,
  lastSyncAt: null,
  counts: { mutations: 0, files: 0 },
  sending: new Set(),
  upload: null,
};

export async function countPending(db: AppDb): Promise<PendingCounts> {
  const files = db.uploads.where("state").anyOf("sending", "waiting");
  const [mutations, pendingFiles] = await Promise.all([db.outbox.count(), files.count()]);
  return { mutations, files: pendingFiles };
}

/** What the server still lacks. Less of it after a failed round: the link is bad, not dead. */
export async function measureBacklog(db: AppDb): Promise<{ mutations: number; bytes: number }> {
  const [mutations, files] = await Promise.all([db.outbox.count(), pendingUploads(db)]);
  const bytes = files.reduce((sum, { sizeBytes, offset }) => sum + sizeBytes - offset, 0);
  return { mutations, bytes };
}
