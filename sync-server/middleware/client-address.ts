import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

export type AddressOf = (c: Context) => string;

/**
 * Where a request comes from, for rate limits. Behind our own proxy that is the last entry it added
 * to X-Forwarded-For; without one that header is anybody's and is not looked at.
 */
export function createAddressOf({ trustProxy }: { trustProxy: boolean }): AddressOf {
  return (c) => {
    const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : "";
    return forwarded || socketAddress(c.env) || "unknown";
  };
}

function socketAddress(env: Partial<HttpBindings> | undefined): string | undefined {
  return env?.incoming?.socket.remoteAddress;
}
