import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";

/** One line per request, without anything that names a person: no query, body, cookie or address. */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    const requestId = crypto.randomUUID();
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    log.info({
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  };
}
