import type { PhotoState } from "../components/photo-tile.tsx";
import type { Status } from "../components/status.ts";
import { contentOf } from "../db/content.ts";
import type { SubmissionView } from "./read-submission.ts";

/** Where a submission's files can be. */
export type FilePlaces = Pick<SubmissionView, "uploads" | "outbox" | "confirmed">;

/** How far an attached file is on its way to the province. */
export function fileProgress(view: FilePlaces, sha256: string): PhotoState {
  const upload = view.uploads.find((row) => row.sha256 === sha256);
  if (upload?.state === "refused") return { kind: "refused" };
  if (upload?.state === "done") return { kind: "received" };
  if (upload && upload.offset > 0) {
    return { kind: "sending", percent: Math.floor((upload.offset / upload.sizeBytes) * 100) };
  }
  if (upload) return { kind: "queued" };
  const { confirmed, outbox } = view;
  const isQueued = outbox.some(({ mutation }) =>
    contentOf(mutation).attachments.some((attachment) => attachment.sha256 === sha256),
  );
  const isConfirmed = confirmed?.attachments.some((attachment) => attachment.sha256 === sha256);
  if (isConfirmed && !confirmed?.missingFiles.includes(sha256)) return { kind: "received" };
  return isQueued || isConfirmed ? { kind: "queued" } : { kind: "kept" };
}

/** The same in the words of a whole report's states, for a document's row. */
export function fileStatus({ kind }: PhotoState): Status {
  const statuses: Record<PhotoState["kind"], Status> = {
    waiting: "draft",
    shrinking: "draft",
    kept: "draft",
    queued: "queued",
    sending: "sending",
    received: "received",
    refused: "needs-care",
  };
  return statuses[kind];
}
