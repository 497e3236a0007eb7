import type { MiddlewareHandler } from "hono";
import { AppError } from "../app-error.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses whatever changes something and does not come from our own pages. SameSite cookies do not
 * cover sign-in, which needs no cookie.
 */
export function sameOrigin(publicOrigin: string): MiddlewareHandler {
  const own = new Set(namesOf(publicOrigin));
  return async (c, next) => {
    if (!READS.has(c.req.method) && !own.has(c.req.header("origin") ?? "")) {
      throw new AppError(403, "foreign-origin", "Requests come from the app's own origin only");
    }
    await next();
  };
}

/** A machine has three names for itself; a person who tries the app uses any of them. */
function namesOf(origin: string): string[] {
  const { protocol, hostname, port } = new URL(origin);
  if (!LOOPBACK.includes(hostname)) return [origin];
  return LOOPBACK.map((name) => `${protocol}//${name}${port && `:${port}`}`);
}
