import type { SyncError, SyncErrorCode } from "../shared/sync-error.ts";

/** A request the server will not serve. Thrown anywhere, answered by `onError` and nowhere else. */
export class AppError extends Error {
  readonly status: number;
  readonly body: SyncError;

  constructor(
    status: number,
    code: SyncErrorCode,
    message: string,
    more: Pick<SyncError, "maxBytes" | "retryAfterS"> = {},
  ) {
    super(message);
    this.status = status;
    this.body = { code, message, ...more };
  }
}

const BUSY_RETRY_S = 5;

/** The database or its disk cannot take a write now; trying later is right, and nothing was stored. */
const STORE_UNAVAILABLE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR)|^ENOSPC$|^EDQUOT$/;

/** What to answer to anything that was thrown; undefined for a bug. */
export function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string" || !STORE_UNAVAILABLE.test(code)) return undefined;
  return busy("The server cannot store anything at the moment");
}

export function busy(message: string): AppError {
  return new AppError(503, "busy", message, { retryAfterS: BUSY_RETRY_S });
}

export function errorResponse(error: AppError): Response {
  const { retryAfterS } = error.body;
  return new Response(JSON.stringify(error.body), {
    status: error.status,
    headers: {
      "content-type": "application/json",
      ...(retryAfterS !== undefined && { "retry-after": String(retryAfterS) }),
    },
  });
}
