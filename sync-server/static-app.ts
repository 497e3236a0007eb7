import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { AppError } from "./app-error.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};
const COMPRESSED_ALREADY = new Set([".png", ".ico", ".woff2"]);

type StaticFile = {
  body: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer> | undefined;
  headers: Record<string, string>;
};

/** The built app, held in memory: a few megabytes, and no path of a request ever reaches the disk. */
export type StaticApp = Map<string, StaticFile>;

/** Reads the built app, or what is `wanted` of it. Empty where nothing was built yet. */
export async function loadStaticApp(
  directory: string,
  wanted: (url: string) => boolean = () => true,
): Promise<StaticApp> {
  const app: StaticApp = new Map();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(directory, file).split(path.sep).join("/")}`;
    const extension = path.extname(entry.name);
    const type = TYPES[extension];
    if (type && wanted(url)) app.set(url, await load(file, { url, type, extension }));
  }
  return app;
}

async function load(
  file: string,
  { url, type, extension }: { url: string; type: string; extension: string },
): Promise<StaticFile> {
  const body = new Uint8Array(await readFile(file));
  return {
    body,
    gzip: COMPRESSED_ALREADY.has(extension) ? undefined : new Uint8Array(gzipSync(body)),
    headers: {
      "content-type": type,
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
      vary: "Accept-Encoding",
      // The build puts a hash of the content into the names below assets/.
      "cache-control": url.startsWith("/assets/")
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    },
  };
}

/** Serves the app: its files, and its page for every address a person can open. */
export function serveStaticApp(app: StaticApp): MiddlewareHandler {
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      throw new AppError(405, "method-not-allowed", "The app is only read");
    }
    const file = app.get(c.req.path) ?? (isNavigation(c.req) ? app.get("/index.html") : undefined);
    if (!file) throw new AppError(404, "not-found", "There is no such page");
    const { etag = "", ...headers } = file.headers;
    if (c.req.header("if-none-match") === etag) {
      return new Response(null, { status: 304, headers: file.headers });
    }
    const zipped = file.gzip && /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
    return new Response(zipped ? file.gzip : file.body, {
      headers: { ...headers, etag, ...(zipped && { "content-encoding": "gzip" }) },
    });
  };
}

/** An address of the app rather than of a file in it. */
function isNavigation(request: { path: string; header(name: string): string | undefined }) {
  const wantsPage = request.header("accept")?.includes("text/html") ?? false;
  return wantsPage && path.posix.extname(request.path) === "";
}
