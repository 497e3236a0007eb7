import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Config } from "./config.ts";
import { openServer } from "./open-server.ts";
import { keepBuild, loadServedApp, PAST_BUILDS } from "./past-builds.ts";

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bpm-builds-"));
  dataDir = path.join(folder, "data");
  await writeFile(path.join(folder, "secret.js"), "not yours");
});
afterEach(() => rm(folder, { recursive: true }));

/** A build as Vite leaves it: `hash` is in the name of what changed, and the font never does. */
async function aBuild(hash: string): Promise<string> {
  const build = path.join(folder, hash);
  await mkdir(path.join(build, "assets"), { recursive: true });
  const files = {
    "index.html": `<!doctype html><title>${hash}</title>`,
    "service-worker.js": `self.build = "${hash}";`,
    [`assets/screens-${hash}.js`]: `export const build = "${hash}";`,
    "assets/plain.js": `export const build = "${hash}";`,
    "assets/font-AAAAAAAA.woff2": "the same in every build",
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(build, name), content);
  }
  return build;
}

const kept = () => readdir(path.join(dataDir, PAST_BUILDS));
const urls = async (build: string) => [...(await loadServedApp(build, dataDir)).keys()].sort();

async function release(build: string, ask: (request: Ask) => Promise<void>): Promise<void> {
  const opened = await openServer(CONFIG(dataDir), build);
  if (!opened.ok) throw new Error(opened.error);
  await ask((url, headers = {}) => Promise.resolve(opened.value.app.request(url, { headers })));
  await opened.value.close();
}

type Ask = (url: string, headers?: Record<string, string>) => Promise<Response>;

const CONFIG = (dir: string): Config => ({
  port: 8080,
  host: "127.0.0.1",
  dataDir: dir,
  demo: false,
  publicOrigin: "http://localhost:8080",
  logLevel: "silent",
  trustProxy: false,
  backup: undefined,
  admin: { username: "admin", password: "long enough to be one" },
});

test("[U3] a window of the build before still gets the parts of its app, and only those", async () => {
  const [old, next] = [await aBuild("oldAAAA1"), await aBuild("newBBBB2")];
  await release(old, async () => undefined);
  await rm(old, { recursive: true });

  await release(next, async (ask) => {
    const part = await ask("/assets/screens-oldAAAA1.js", { accept: "text/html" });
    expect(part.status).toBe(200);
    expect(await part.text()).toBe('export const build = "oldAAAA1";');
    expect(part.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(part.headers.get("cache-control")).toMatch(/immutable/);
    expect(await (await ask("/assets/screens-newBBBB2.js")).text()).toContain("newBBBB2");
    // What has no hash in its name is the present build's, the page and the service worker above all.
    expect(await (await ask("/assets/plain.js")).text()).toContain("newBBBB2");
    expect(await (await ask("/service-worker.js")).text()).toContain("newBBBB2");
    expect(await (await ask("/", { accept: "text/html" })).text()).toContain("newBBBB2");
    for (const missing of [
      "/assets/screens-neverCC3.js",
      `/${PAST_BUILDS}/000001/assets/screens-oldAAAA1.js`,
      "/assets/../secret.js",
      "/assets/%2e%2e/%2e%2e/secret.js",
    ]) {
      expect((await ask(missing, { accept: "text/html" })).status, missing).toBe(404);
    }
  });
});

const DAY_MS = 24 * 60 * 60_000;
const TODAY = new Date("2024-03-15T02:41:08.000Z");
const daysAgo = (days: number) => new Date(TODAY.getTime() - days * DAY_MS);

/** Keeps builds `from` to `to`, a new one `every` so many days, the last of them today. */
async function keepMany(from: number, to: number, every: number): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    await keepBuild(await aBuild(`build-${number}`), dataDir, daysAgo((to - number) * every));
  }
}

test("[U3] ten builds before the present one are kept, however old, and no more of the old ones", async () => {
  await keepMany(10, 24, 100);
  expect(await kept()).toHaveLength(11);
  const served = await urls(await aBuild("build-24"));
  expect(served).toContain("/assets/screens-build-14.js");
  expect(served).not.toContain("/assets/screens-build-13.js");
});

test("[U3] a day of many hot fixes lets go of nothing that was in use within 90 days", async () => {
  await keepBuild(await aBuild("agesAAA1"), dataDir, daysAgo(300));
  await keepBuild(await aBuild("lastYear"), dataDir, daysAgo(200));
  // In use until 89 days ago, when the hot fixes of that day followed it; the one before it was not.
  await keepBuild(await aBuild("sleptAA1"), dataDir, daysAgo(91));
  await keepBuild(await aBuild("weekAgo1"), dataDir, daysAgo(89));
  await keepMany(10, 24, 0);
  const served = await urls(await aBuild("build-24"));
  expect(served).toContain("/assets/screens-weekAgo1.js");
  expect(served).toContain("/assets/screens-sleptAA1.js");
  expect(served).not.toContain("/assets/screens-lastYear.js");
  expect(served).not.toContain("/assets/screens-agesAAA1.js");

  // Without a release, too, what has become old goes at the next start.
  await keepBuild(await aBuild("build-24"), dataDir, new Date(TODAY.getTime() + 2 * DAY_MS));
  expect(await urls(await aBuild("build-24"))).not.toContain("/assets/screens-sleptAA1.js");
});

test("[U3] a release taken back counts from the day it was the present one again", async () => {
  await keepBuild(await aBuild("firstAA1"), dataDir, daysAgo(300));
  await keepBuild(await aBuild("secondB2"), dataDir, daysAgo(200));
  await keepBuild(await aBuild("firstAA1"), dataDir, daysAgo(50));
  await keepMany(10, 24, 0);
  const served = await urls(await aBuild("build-24"));
  expect(served).toContain("/assets/screens-firstAA1.js");
  expect(served).toContain("/assets/screens-secondB2.js");
});

test("[U3] sixty past builds at most, so that a release an hour does not fill the disk", async () => {
  await keepMany(10, 80, 1 / 24);
  expect(await kept()).toHaveLength(61);
  expect(await urls(await aBuild("build-80"))).toContain("/assets/screens-build-20.js");
});

test("[U3] starting again keeps nothing twice, and a release taken back is the newest again", async () => {
  const [first, second] = [await aBuild("firstAA1"), await aBuild("secondB2")];
  for (const build of [first, first, second, second, first]) await keepBuild(build, dataDir);
  const folders = await kept();
  expect(folders.map((name) => name.slice(0, 6))).toEqual(["000002", "000003"]);
  expect(await urls(second)).toContain("/assets/screens-firstAA1.js");
});

test("[U3] a copy that was cut off counts for nothing and is made anew", async () => {
  const [old, next] = [await aBuild("oldAAAA1"), await aBuild("newBBBB2")];
  const copying = path.join(dataDir, PAST_BUILDS, "copying", "assets");
  await mkdir(copying, { recursive: true });
  await cp(path.join(old, "assets"), copying, { recursive: true });
  await writeFile(path.join(copying, "screens-oldAAAA1.js"), "export const bui");
  expect(await urls(next)).not.toContain("/assets/screens-oldAAAA1.js");

  await keepBuild(old, dataDir);
  expect(await kept()).toHaveLength(1);
  const part = (await loadServedApp(next, dataDir)).get("/assets/screens-oldAAAA1.js");
  expect(Buffer.from(part?.body ?? []).toString()).toBe('export const build = "oldAAAA1";');
});

test("[U3] what lies among the builds and is none is not served, and nothing is followed out of them", async () => {
  const old = await aBuild("oldAAAA1");
  await keepBuild(old, dataDir);
  const [name = ""] = await kept();
  const assets = path.join(dataDir, PAST_BUILDS, name, "assets");
  await symlink(path.join(folder, "secret.js"), path.join(assets, "secret-AAAAAAAA.js"));
  await writeFile(path.join(assets, "..", "index.html"), "an old page");
  await mkdir(path.join(dataDir, PAST_BUILDS, "mine", "assets"), { recursive: true });
  await writeFile(path.join(dataDir, PAST_BUILDS, "mine", "assets", "mine-AAAAAAAA.js"), "");
  const next = await aBuild("newBBBB2");
  expect(await urls(next)).toEqual([
    "/assets/font-AAAAAAAA.woff2",
    "/assets/plain.js",
    "/assets/screens-newBBBB2.js",
    "/assets/screens-oldAAAA1.js",
    "/index.html",
    "/service-worker.js",
  ]);
});

test("[U3] an app that was never built keeps nothing", async () => {
  await keepBuild(path.join(folder, "none"), dataDir);
  await expect(kept()).rejects.toThrow("ENOENT");
});
