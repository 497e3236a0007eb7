import { err, ok, type Result } from "../../shared/result.ts";
import { hasUnoffered } from "../db/outbox.ts";
import { readRow } from "../db/read-row.ts";
import type { UploadRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";
import { readSettings } from "../db/settings.ts";
import { noteUpload, pendingUploads } from "../db/uploads.ts";
import type { LinkSpeed } from "./link-speed.ts";
import type { Transport } from "./transport.ts";
import type { TransportError } from "./transport-error.ts";
import { createUpload, findOffset, sendPart } from "./tus.ts";

export type UploadProgress = { index: number; of: number; sentBytes: number; sizeBytes: number };

export type UploadDeps = {
  db: AppDb;
  transport: Transport;
  clock: () => number;
  speed: LinkSpeed;
  onProgress?: (progress: UploadProgress | null) => void;
};

/** `text-first`: there is text to send again, which goes before any file. */
export type UploadsEnd = "finished" | "text-first";

/** What became of one file: `later` is tried again in the next round. */
type FileEnd = "done" | "refused" | "later" | "text-first";

/** The server's last word on a file: sending it again would change nothing (F3). */
const FINAL = new Set(["file-type-mismatch", "unsupported-media-type", "too-large"]);
/** An upload may vanish or disagree about its offset; not for ever. */
const STARTS_PER_ROUND = 3;

/**
 * Sends the queued files, one after the other, in parts, each from where the server has it. A file
 * the server refuses steps aside with the reason; a broken link keeps what has arrived (F1).
 */
export async function uploadFiles(deps: UploadDeps): Promise<Result<UploadsEnd, TransportError>> {
  const rows = await pendingUploads(deps.db);
  for (const [at, row] of rows.entries()) {
    const report = (sentBytes: number) => {
      deps.onProgress?.({ index: at + 1, of: rows.length, sentBytes, sizeBytes: row.sizeBytes });
    };
    const ended = await uploadFile(deps, row, report);
    deps.onProgress?.(null);
    if (!ended.ok) return ended;
    if (ended.value === "text-first") return ok("text-first");
  }
  return ok("finished");
}

async function uploadFile(
  deps: UploadDeps,
  row: UploadRow,
  report: (sentBytes: number) => void,
): Promise<Result<FileEnd, TransportError>> {
  const file = await readRow(deps.db, deps.db.files, row.sha256);
  if (!file.ok || !file.value) return refuse(deps, row, "bytes-missing");
  const { bytes } = file.value;
  let url = row.uploadUrl;
  for (let start = 0; start < STARTS_PER_ROUND; start += 1) {
    const begun = await begin(deps, row, url);
    if (!begun.ok) {
      if (url !== undefined && isGone(begun.error)) {
        url = undefined;
        continue;
      }
      return refusedOr(deps, row, begun.error);
    }
    url = begun.value.url;
    const sent = await sendParts(deps, row, { ...begun.value, bytes, report });
    if (sent.ok) return sent;
    if (isGone(sent.error)) url = undefined;
    else if (!isOffsetConflict(sent.error)) return refusedOr(deps, row, sent.error);
  }
  return ok("later");
}

/** Finds the upload where it was left, or creates it, and notes where that is. */
async function begin(
  { db, transport }: UploadDeps,
  row: UploadRow,
  url: string | undefined,
): Promise<Result<{ url: string; offset: number }, TransportError>> {
  const found = url === undefined ? undefined : await findOffset(transport, url);
  if (found && !found.ok) return found;
  const begun =
    url !== undefined && found
      ? ok({ url, offset: found.value })
      : await createUpload(transport, row);
  if (!begun.ok) return begun;
  const { url: uploadUrl, offset } = begun.value;
  await noteUpload(db, row, { state: "sending", uploadUrl, offset });
  return begun;
}

async function sendParts(
  deps: UploadDeps,
  row: UploadRow,
  at: { url: string; offset: number; bytes: ArrayBuffer; report: (sentBytes: number) => void },
): Promise<Result<FileEnd, TransportError>> {
  const { db, transport, clock, speed } = deps;
  let { offset } = at;
  // Once at least, if only an empty part: a server that stopped after the last byte and before it
  // published the file has all of it, and publishes it with the next part.
  do {
    at.report(offset);
    if (await hasUnoffered(db)) return ok("text-first");
    const part = at.bytes.slice(offset, offset + speed.partBytes);
    const startedAt = clock();
    const reached = await sendPart(transport, { url: at.url, offset, part });
    if (!reached.ok) return reached;
    if (part.byteLength > 0) speed.note(reached.value - offset, clock() - startedAt);
    offset = reached.value;
    await noteUpload(db, row, { offset });
  } while (offset < row.sizeBytes);
  at.report(offset);
  const { epoch } = await readSettings(db);
  await noteUpload(db, row, { state: "done", offset, ...(epoch ? { epoch } : {}) });
  return ok("done");
}

async function refusedOr(
  deps: UploadDeps,
  row: UploadRow,
  error: TransportError,
): Promise<Result<FileEnd, TransportError>> {
  if (error.kind !== "rejected") return err(error);
  if (FINAL.has(error.code)) return refuse(deps, row, error.code);
  // Arrived damaged: what the server has of it is worth nothing, so it begins anew next time.
  const anew = error.code === "file-hash-mismatch" ? { uploadUrl: undefined, offset: 0 } : {};
  await noteUpload(deps.db, row, { state: "waiting", reason: error.code, ...anew });
  return ok("later");
}

async function refuse(
  { db }: UploadDeps,
  row: UploadRow,
  reason: string,
): Promise<Result<FileEnd, TransportError>> {
  await noteUpload(db, row, { state: "refused", reason });
  return ok("refused");
}

function isGone(error: TransportError): boolean {
  return error.kind === "rejected" && (error.status === 404 || error.status === 410);
}

function isOffsetConflict(error: TransportError): boolean {
  return error.kind === "rejected" && error.status === 409;
}
