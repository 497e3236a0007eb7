import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asAppError, errorResponse } from "./app-error.ts";
import { loadStaticApp, serveStaticApp } from "./static-app.ts";

const PAGE = "<!doctype html><title>BPM</title>";
let folder: string;
let app: Hono;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bpm-web-"));
  await mkdir(path.join(folder, "web", "assets"), { recursive: true });
  await writeFile(path.join(folder, "secret.txt"), "not yours");
  await writeFile(path.join(folder, "web", "index.html"), PAGE);
  await writeFile(path.join(folder, "web", "service-worker.js"), "self.x = 1;");
  await writeFile(path.join(folder, "web", "assets", "app-a1b2.js"), "x".repeat(5000));
  app = new Hono();
  app.use(serveStaticApp(await loadStaticApp(path.join(folder, "web"))));
  app.onError((error) => {
    const known = asAppError(error);
    if (!known) throw error;
    return errorResponse(known);
  });
});
afterEach(() => rm(folder, { recursive: true }));

const navigate = { headers: { accept: "text/html,application/xhtml+xml" } };

test("every address of the app is its page", async () => {
  for (const address of ["/", "/reports", "/reports/1/areas"]) {
    const reply = await app.request(address, navigate);
    expect([reply.status, await reply.text()]).toEqual([200, PAGE]);
    expect(reply.headers.get("cache-control")).toBe("no-cache");
  }
});

test("a file that is not there is not the page, and nothing outside is there", async () => {
  const missing = ["/assets/old.js", "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt"];
  for (const address of missing) {
    expect((await app.request(address, navigate)).status).toBe(404);
  }
  expect((await app.request("/reports")).status).toBe(404);
});

test("hashed files are kept for ever, the page and the service worker asked for each time", async () => {
  const cacheOf = async (address: string) =>
    (await app.request(address)).headers.get("cache-control");
  expect(await cacheOf("/assets/app-a1b2.js")).toMatch(/immutable/);
  expect(await cacheOf("/service-worker.js")).toBe("no-cache");
});

test("text goes gzip to those who take it, and unchanged files not at all", async () => {
  const headers = { "accept-encoding": "gzip, br" };
  const reply = await app.request("/assets/app-a1b2.js", { headers });
  expect(reply.headers.get("content-encoding")).toBe("gzip");
  expect((await reply.arrayBuffer()).byteLength).toBeLessThan(200);
  const etag = reply.headers.get("etag") ?? "";
  const again = await app.request("/assets/app-a1b2.js", { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
});

test("a folder that was never built is an empty app", async () => {
  expect((await loadStaticApp(path.join(folder, "none"))).size).toBe(0);
});
