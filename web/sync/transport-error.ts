/** Why a request brought nothing. Nothing stored changes on any of them (O5, O6). */
export type TransportError =
  /** No answer: no network, a cut connection, a redirect, or too long a wait. */
  | { kind: "offline" }
  /** An answer, but not one of this server: a captive portal, a proxy, a cut-off reply. */
  | { kind: "portal" }
  /** 401: nobody is signed in, and the tablet may not deposit either. */
  | { kind: "signed-out" }
  /** 401: the session is somebody else's. */
  | { kind: "other-viewer" }
  /** 426: this version of the app may not read any more; its pushes are still taken. */
  | { kind: "too-old" }
  | { kind: "throttled"; retryAfterMs: number }
  | { kind: "server-error"; status: number }
  /** The server understood the request and will not serve it. `code` is one of SyncErrorCode or "". */
  | { kind: "rejected"; status: number; code: string };
