import { mkdirSync } from "node:fs";
import path from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { MAX_FILE_BYTES } from "../../shared/attachment.ts";
import type { SyncErrorCode } from "../../shared/sync-error.ts";
import { AppError, errorResponse } from "../app-error.ts";
import type { Depositor } from "../sync/depositor.ts";
import { notAnnounced, type Publish } from "./publish.ts";
import { KeptMetadata, UploadMetadata } from "./upload-metadata.ts";

/** Part of an upload is kept this long (F1). */
const EXPIRY_MS = 90 * 24 * 60 * 60 * 1000;
/** How long a new connection waits for the one that hangs with its upload. */
const LOCK_DRAIN_MS = 500;

export type Uploads = {
  /** Serves the tus protocol, 1.0.0, for whoever may deposit. */
  handle(request: Request, depositor: Depositor): Promise<Response>;
  removeExpired(): Promise<void>;
};

export function createUploads(deps: {
  directory: string;
  urlPath: string;
  isAnnounced(file: { submissionId: string; sha256: string; sizeBytes: number }): Promise<boolean>;
  publish: Publish;
}): Uploads {
  // The file store makes its folder some time later, and cleaning up at the start may come first.
  mkdirSync(deps.directory, { recursive: true });
  const datastore = new FileStore({
    directory: deps.directory,
    expirationPeriodInMilliseconds: EXPIRY_MS,
  });
  const depositors = new WeakMap<object, Depositor>();
  const server = new Server({
    path: deps.urlPath,
    datastore,
    maxSize: MAX_FILE_BYTES,
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    lockDrainTimeout: LOCK_DRAIN_MS,

    onIncomingRequest: async (request, id) => {
      if (request.method === "POST") return;
      const { metadata } = await datastore.getUpload(id);
      const depositor = depositors.get(request);
      if (!depositor || !isOwn(metadata, depositor)) throw refusal(notFound());
    },

    onUploadCreate: async (request, upload) => {
      const named = UploadMetadata.safeParse(upload.metadata);
      if (!named.success || upload.size === undefined) {
        throw refusal(
          new AppError(400, "malformed", "Upload-Length, sha256 and submission are needed"),
        );
      }
      const { sha256, submission } = named.data;
      const file = { submissionId: submission, sha256, sizeBytes: upload.size };
      if (!(await deps.isAnnounced(file))) throw refusal(notAnnounced());
      const depositor = depositors.get(request);
      const owner = { person: depositor?.personId ?? null, device: depositor?.deviceId ?? null };
      return { metadata: { ...upload.metadata, ...owner } };
    },

    onUploadFinish: async (_request, upload) => {
      const { sha256, submission } = UploadMetadata.parse(upload.metadata);
      const finished = {
        path: path.join(deps.directory, upload.id),
        submissionId: submission,
        sha256,
        sizeBytes: upload.size ?? 0,
      };
      try {
        await deps.publish(finished);
      } catch (error) {
        // What was refused is over; after anything else the next request goes on from here.
        if (error instanceof AppError) await datastore.remove(upload.id);
        throw error instanceof AppError ? refusal(error) : error;
      }
      return {};
    },
  });

  return {
    handle: async (request, depositor) => {
      depositors.set(request, depositor);
      return readable(await server.handleWeb(request));
    },
    removeExpired: async () => {
      // Finished uploads go too: what was published has a name of its own by then.
      await server.cleanUpExpiredUploads();
    },
  };
}

/** An upload belongs to the person and to the tablet that began it; it outlives the session. */
function isOwn(metadata: unknown, { personId, deviceId }: Depositor): boolean {
  const kept = KeptMetadata.safeParse(metadata);
  if (!kept.success) return false;
  const { person, device } = kept.data;
  return (personId !== null && personId === person) || (deviceId !== null && deviceId === device);
}

/** The form in which the tus server takes an answer from a hook. */
function refusal({ status, body }: AppError): { status_code: number; body: string } {
  return { status_code: status, body: JSON.stringify(body) };
}

function notFound(): AppError {
  return new AppError(404, "not-found", "There is no such upload");
}

const CODES: Record<number, SyncErrorCode> = {
  403: "forbidden",
  404: "not-found",
  410: "not-found",
  413: "too-large",
  415: "unsupported-media-type",
  423: "busy",
};

/** The tus server's errors in the one form that all errors have; its CORS headers are not ours. */
async function readable(response: Response): Promise<Response> {
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith("access-control-")) response.headers.delete(name);
  }
  if (response.status < 400) return response;
  const text = (await response.text()).trim();
  if (text.startsWith("{")) return jsonResponse(response, text);
  if (response.status >= 500) {
    return errorResponse(new AppError(503, "busy", "The upload was cut short", { retryAfterS: 1 }));
  }
  const code = CODES[response.status] ?? "malformed";
  const more = code === "too-large" ? { maxBytes: MAX_FILE_BYTES } : {};
  return jsonResponse(response, JSON.stringify({ code, message: text, ...more }));
}

function jsonResponse(response: Response, text: string): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/json");
  return new Response(text, { status: response.status, headers });
}
