import { cpSync } from "node:fs";
import { copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { KyselyPlugin } from "kysely";
import { type Logger, pino } from "pino";
import type { Assignment } from "../../shared/assignment.ts";
import { createApp, FILES_PATH } from "../../sync-server/app.ts";
import { makeBackup } from "../../sync-server/backup/make-backup.ts";
import { restoreBackup } from "../../sync-server/backup/restore-backup.ts";
import { openFiles } from "../../sync-server/files/open-files.ts";
import { openStore, type Store } from "../../sync-server/store/open.ts";
import type { Fetch } from "../../web/sync/transport.ts";
import { makeOffice, scratchFolder } from "./office.ts";

export const ORIGIN = "http://localhost:8300";
const DATABASE = "bpm.sqlite";

/** The real server on a real SQLite file. */
export type FuzzServer = {
  readonly store: Store;
  /** Where its database and its files lie. */
  readonly folder: string;
  readonly assignments: readonly Assignment[];
  /** What a living server called a bug of its own. */
  readonly bugs: readonly string[];
  /** As `fetch`; while the server is dead nobody answers. */
  request: Fetch;
  /** From now on its clock is that much ahead. */
  passTime(ms: number): void;
  /** The process dies before its n-th statement that writes from now, or at `revive`. */
  dieBeforeWrite(nth: number): void;
  /** Starts it again, dead or not, on what it left on the disk. */
  revive(): Promise<void>;
  backUp(): Promise<void>;
  /** The server's disk dies; the backup takes over, and that is another epoch. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

type Template = Promise<{ file: string; assignments: Assignment[] }>;
const templates = new Map<number, Template>();

async function makeTemplate(perOfficer: number): Template {
  const file = path.join(await scratchFolder(), DATABASE);
  return { file, assignments: await makeOffice(file, perOfficer) };
}

/** @param perOfficer how many assignments there are for each of the officers */
export async function aServer(perOfficer = 1): Promise<FuzzServer> {
  const template = templates.get(perOfficer) ?? makeTemplate(perOfficer);
  templates.set(perOfficer, template);
  const { file, assignments } = await template;
  const root = await scratchFolder();
  const target = path.join(root, "backups");
  let backups = 0;
  let lives = 0;
  let folder = path.join(root, "0");
  let aheadMs = 0;
  let writesLeft = Number.POSITIVE_INFINITY;
  let remains: string | undefined;
  const bugs: string[] = [];
  // A process that was killed says nothing any more.
  const log = pino({ level: "error" }, { write: (line) => remains ?? bugs.push(line) });
  const now = () => new Date(Date.now() + aheadMs);
  const underWay = new Set<Promise<unknown>>();

  const nextFolder = () => {
    lives += 1;
    return path.join(root, String(lives));
  };
  /** What kill -9 leaves behind: what the process wrote, and nothing it was about to write. */
  const die = () => {
    remains = nextFolder();
    const isMemory = (name: string) => name.endsWith("-shm");
    cpSync(folder, remains, { recursive: true, filter: (source) => !isMemory(source) });
  };
  const fate: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (writesLeft === 0 && remains === undefined) die();
      writesLeft -= 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };

  async function open() {
    const opened = await openStore(path.join(folder, DATABASE), {
      demo: false,
      now: now().toISOString(),
    });
    const store = { ...opened, writer: opened.writer.withPlugin(fate) };
    return { store, app: serve(store, { folder, now, log }) };
  }

  await mkdir(folder);
  await copyFile(file, path.join(folder, DATABASE));
  let running = await open();

  async function reopenIn(next: string): Promise<void> {
    await Promise.allSettled(underWay);
    await running.store.close();
    await rm(folder, { recursive: true });
    folder = next;
    remains = undefined;
    writesLeft = Number.POSITIVE_INFINITY;
    running = await open();
  }

  return {
    assignments,
    bugs,
    get store() {
      return running.store;
    },
    get folder() {
      return folder;
    },
    async request(url, init) {
      if (remains !== undefined) throw new TypeError("Failed to fetch");
      const replying = Promise.resolve(running.app.request(ORIGIN + url, init));
      underWay.add(replying);
      const reply = await replying.finally(() => underWay.delete(replying));
      if (remains !== undefined) throw new TypeError("Failed to fetch");
      return reply;
    },
    passTime: (ms) => {
      aheadMs += ms;
    },
    dieBeforeWrite: (nth) => {
      writesLeft = nth;
    },
    async revive() {
      if (remains === undefined) die();
      if (remains !== undefined) await reopenIn(remains);
    },
    async backUp() {
      // Backups are named by the second, and there may be several in one.
      backups += 1;
      const now = new Date(backups * 1000);
      const made = await makeBackup({ dataDir: folder, target, now });
      if (!made.ok) throw new Error(made.error);
    },
    async restore() {
      const next = nextFolder();
      const restored = await restoreBackup({ source: target, dataDir: next, now: now() });
      if (!restored.ok) throw new Error(restored.error);
      await reopenIn(next);
    },
    async close() {
      await Promise.allSettled(underWay);
      await running.store.close();
      await rm(root, { recursive: true });
    },
  };
}

function serve(
  store: Store,
  { folder, now, log }: { folder: string; now: () => Date; log: Logger },
) {
  return createApp({
    store,
    // Hashing passwords well takes long on purpose, and is not what this is about.
    passwords: {
      hash: (password) => Promise.resolve(password),
      verify: (hash, password) => Promise.resolve(hash === password),
    },
    now,
    demo: false,
    staticApp: new Map(),
    log,
    version: "0.0.0",
    publicOrigin: ORIGIN,
    trustProxy: false,
    files: openFiles({ store, dataDir: folder, urlPath: FILES_PATH, now }),
  });
}
