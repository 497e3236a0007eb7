import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Hono } from "hono";
import { pino } from "pino";
import * as z from "zod/mini";
import { err, ok, type Result } from "../shared/result.ts";
import { openPasswords, type Passwords } from "./accounts/passwords.ts";
import { createApp, FILES_PATH } from "./app.ts";
import { finishRestore } from "./backup/finish-restore.ts";
import { lockFolder } from "./backup/folder-lock.ts";
import { startNightlyBackup } from "./backup/nightly-backup.ts";
import { type DemoAccount, seedDemo } from "./commands/demo-data.ts";
import { addFirstAdministrator } from "./commands/first-administrator.ts";
import type { Config } from "./config.ts";
import { openFiles } from "./files/open-files.ts";
import { keepBuild, loadServedApp } from "./past-builds.ts";
import { readInstallation } from "./store/installation.ts";
import { openStore, type Store } from "./store/open.ts";
import { hasPeople } from "./store/people.ts";

const ROOT = path.join(import.meta.dirname, "..");
const DAY_MS = 24 * 60 * 60 * 1000;
const OWNER_ONLY = 0o700;
/** Where `npm run build` puts the app. */
const BUILD = path.join(ROOT, "dist", "web");
/** The server before this one may still be finishing what it had begun. */
const LOCK_WITHIN_MS = 15_000;
/** A line of the log is at most this late. */
const LOG_WITHIN_MS = 1000;

export type OpenServer = {
  app: Hono;
  /** The accounts to try, where this server shows demo data. */
  demoAccounts: DemoAccount[] | undefined;
  close(): Promise<void>;
};

/** Puts the server together from its configuration; the error is a sentence for who starts it. */
export async function openServer(
  config: Config,
  build = BUILD,
): Promise<Result<OpenServer, string>> {
  await mkdir(config.dataDir, { recursive: true, mode: OWNER_ONLY });
  const lock = lockFolder(config.dataDir, LOCK_WITHIN_MS);
  if (!lock) return err(`DATA_DIR ${config.dataDir} is in use by another server or a restore.`);
  await finishRestore(config.dataDir);
  // Written some lines at a time, and whatever is left when the process ends.
  const log = pino({ level: config.logLevel }, pino.destination({ sync: false, minLength: 4096 }));
  const flush = setInterval(() => log.flush(), LOG_WITHIN_MS).unref();
  const now = () => new Date();
  const store = await openStore(path.join(config.dataDir, "bpm.sqlite"), {
    // Whoever names a first administrator wants an empty server, not a demo.
    demo: config.demo ?? config.admin === undefined,
    now: now().toISOString(),
  });
  const passwords = await openPasswords();
  const demo = (await readInstallation(store.reader)).demo === 1;
  const prepared = await prepare({ store, passwords, config, demo, now: now() });
  if (!prepared.ok) {
    await store.close();
    lock.release();
    return prepared;
  }
  const files = openFiles({ store, dataDir: config.dataDir, urlPath: FILES_PATH, now });
  await files.uploads.removeExpired();
  const sweep = setInterval(() => {
    files.uploads.removeExpired().catch((error) => log.error({ err: error }, "Old uploads stay"));
  }, DAY_MS);
  const stopBackups =
    config.backup &&
    startNightlyBackup({ backup: config.backup, dataDir: config.dataDir, log, now });
  const staticApp = await loadServedApp(build, config.dataDir);
  // Nobody waits for it, and a full disk keeps no server from starting.
  const keeping = keepBuild(build, config.dataDir).catch((error) => {
    log.error({ err: error }, "The present build is not kept for the time after it");
  });
  const app = createApp({
    store,
    passwords,
    now,
    demo,
    staticApp,
    log,
    version: await readVersion(),
    files,
    publicOrigin: config.publicOrigin,
    trustProxy: config.trustProxy,
  });
  const close = async () => {
    clearInterval(sweep);
    clearInterval(flush);
    stopBackups?.();
    await keeping;
    await store.close();
    lock.release();
  };
  return ok({ app, demoAccounts: prepared.value, close });
}

/** Fills a new data folder; refuses one that holds the other kind of data. */
async function prepare(deps: {
  store: Store;
  passwords: Passwords;
  config: Config;
  demo: boolean;
  now: Date;
}): Promise<Result<DemoAccount[] | undefined, string>> {
  const { store, config, demo } = deps;
  const { dataDir, admin } = config;
  if (config.demo !== undefined && config.demo !== demo) {
    const kind = demo ? "demo data, which does not belong" : "real data, which does not belong";
    const where = demo ? "on a server with DEMO=off" : "on one with DEMO=on";
    return err(`DATA_DIR ${dataDir} holds ${kind} ${where}: choose another folder.`);
  }
  if (demo) return ok(await seedDemo({ ...deps, dataDir }));
  if (await hasPeople(store.reader)) return ok(undefined);
  if (!admin) {
    return err("Set ADMIN_USERNAME and ADMIN_PASSWORD: nobody could sign in to an empty server.");
  }
  await addFirstAdministrator({ ...deps, admin });
  return ok(undefined);
}

const Package = z.object({ version: z.string() });

async function readVersion(): Promise<string> {
  const text = await readFile(path.join(ROOT, "package.json"), "utf8");
  return Package.parse(JSON.parse(text)).version;
}
