import { createHash } from "node:crypto";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { copyDurably, syncTree } from "./backup/durable-copy.ts";
import { syncPath } from "./files/sync-path.ts";
import { loadStaticApp, type StaticApp } from "./static-app.ts";

// A window may be open for weeks, and asks for a part of the app when it comes to it: by then the
// release it is of is gone. So the data folder keeps the hashed files of the builds that were served,
// each build in one folder, `number-fingerprint`, the highest number being the newest. The time of a
// folder is that of its build's first day, which was the last day of the one before.

/** In the data folder. No part of the data: neither a backup nor a restore is about it. */
export const PAST_BUILDS = "app-builds";

/** Builds before the present one that stay, however old. */
const LEAST_PAST_BUILDS = 10;
/** So long after its last day each stays, as parts of files do (F1): who slept longer has to reload. */
const KEEP_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;
/** But never more: each takes about a megabyte of disk and of memory. */
const MOST_PAST_BUILDS = 60;

const ASSETS = "assets";
/** Being copied: counts for nothing, and is made anew. */
const COPYING = "copying";
const BUILD_FOLDER = /^(\d{6})-([0-9a-f]{16})$/;
/** As the build names what it puts a hash of its content to; never the page or the service worker. */
const HASHED = /^\/assets\/[\w.-]+-[\w-]{8}\.(css|js|svg|woff2)$/;

/** The built app as it is served: all of the present build, and what past ones had below assets/. */
export async function loadServedApp(build: string, dataDir: string): Promise<StaticApp> {
  const app = await loadStaticApp(build);
  const folder = path.join(dataDir, PAST_BUILDS);
  for (const { name } of await keptBuilds(folder)) {
    const isMissing = (url: string) => HASHED.test(url) && !app.has(url);
    const past = await loadStaticApp(path.join(folder, name), isMissing);
    for (const [url, file] of past) app.set(url, file);
  }
  return app;
}

/**
 * Keeps the hashed files of the present build for the time after it, and lets go of builds that are
 * too many and too old. Cut off at any moment, every build that counts is whole. Safe to repeat.
 */
export async function keepBuild(build: string, dataDir: string, now = new Date()): Promise<void> {
  const names = await hashedNames(path.join(build, ASSETS));
  if (names.length === 0) return;
  const folder = path.join(dataDir, PAST_BUILDS);
  const fingerprint = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 16);
  const kept = await keptBuilds(folder);
  const [newest] = kept;
  if (newest?.fingerprint !== fingerprint) {
    // A release that was taken back: its files are here.
    const same = kept.find((one) => one.fingerprint === fingerprint);
    if (!same) await copyBuild(build, names, path.join(folder, COPYING));
    const from = path.join(folder, same?.name ?? COPYING);
    await utimes(from, now, now);
    const number = String((newest?.number ?? 0) + 1).padStart(6, "0");
    await rename(from, path.join(folder, `${number}-${fingerprint}`));
    await syncPath(folder);
  }
  await letGo(folder, now);
}

async function letGo(folder: string, now: Date): Promise<void> {
  const oldest = now.getTime() - KEEP_DAYS * DAY_MS;
  let lastDay = Number.POSITIVE_INFINITY;
  for (const [at, { name }] of (await keptBuilds(folder)).entries()) {
    const build = path.join(folder, name);
    const firstDay = (await stat(build)).mtimeMs;
    const isOld = at > LEAST_PAST_BUILDS && lastDay < oldest;
    if (isOld || at > MOST_PAST_BUILDS) await rm(build, { recursive: true });
    lastDay = firstDay;
  }
}

async function copyBuild(build: string, names: string[], to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  for (const name of names) {
    await copyDurably(path.join(build, ASSETS, name), path.join(to, ASSETS, name));
  }
  await syncTree(to);
}

type KeptBuild = { name: string; number: number; fingerprint: string };

/** Newest first; none where nothing was kept yet. */
async function keptBuilds(folder: string): Promise<KeptBuild[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const [, number, fingerprint] = BUILD_FOLDER.exec(name) ?? [];
      return number && fingerprint ? [{ name, number: Number(number), fingerprint }] : [];
    })
    .sort((a, b) => b.number - a.number);
}

async function hashedNames(assets: string): Promise<string[]> {
  const entries = await readdir(assets, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && HASHED.test(`/${ASSETS}/${entry.name}`))
    .map(({ name }) => name)
    .sort();
}
