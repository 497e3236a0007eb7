import { createHash } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { copyDurably, syncTree } from "./backup/durable-copy.ts";
import { syncPath } from "./files/sync-path.ts";
import { loadStaticApp, type StaticApp } from "./static-app.ts";

// A window may be open for weeks, and asks for a part of the app when it comes to it: by then the
// release it is of is gone. So the data folder keeps the hashed files of the builds that were served,
// each build in one folder, `number-fingerprint`, the highest number being the newest.

/** In the data folder. No part of the data: neither a backup nor a restore is about it. */
export const PAST_BUILDS = "app-builds";

/** Builds before the present one; each takes about a megabyte. */
const MOST_PAST_BUILDS = 10;

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
 * Keeps the hashed files of the present build for the time after it, and lets go of the oldest
 * builds. Cut off at any moment, every build that counts is whole. Safe to repeat.
 */
export async function keepBuild(build: string, dataDir: string): Promise<void> {
  const names = await hashedNames(path.join(build, ASSETS));
  if (names.length === 0) return;
  const folder = path.join(dataDir, PAST_BUILDS);
  const fingerprint = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 16);
  const kept = await keptBuilds(folder);
  const [newest] = kept;
  if (newest?.fingerprint === fingerprint) return;

  // A release that was taken back: its files are here.
  const same = kept.find((one) => one.fingerprint === fingerprint);
  if (!same) await copyBuild(build, names, path.join(folder, COPYING));
  const number = String((newest?.number ?? 0) + 1).padStart(6, "0");
  const name = `${number}-${fingerprint}`;
  await rename(path.join(folder, same?.name ?? COPYING), path.join(folder, name));
  await syncPath(folder);
  for (const old of (await keptBuilds(folder)).slice(MOST_PAST_BUILDS + 1)) {
    await rm(path.join(folder, old.name), { recursive: true });
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
