import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Logger } from "pino";
import { newestBackupAt } from "./backup-folders.ts";
import { nextBackupAt, type TimeOfDay } from "./backup-schedule.ts";

const COMMAND = path.join(import.meta.dirname, "..", "commands", "backup.ts");
/** The first minutes of a server belong to the tablets that waited for it. */
const START_DELAY_MS = 60_000;
const RETRY_MS = 60 * 60_000;

export type NightlyBackup = { dir: string; at: TimeOfDay; keep: number };

/**
 * Backs up every night for as long as the server runs, and soon after the start when one was missed.
 * In a process of its own, so that nobody's request waits for the reading of a whole database.
 *
 * @returns how to call it off; a backup under way ends by itself
 */
export function startNightlyBackup(deps: {
  backup: NightlyBackup;
  dataDir: string;
  log: Logger;
  now(): Date;
  startDelayMs?: number;
}): () => void {
  const { backup, dataDir, log, now, startDelayMs = START_DELAY_MS } = deps;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  function runAfter(ms: number, work: () => Promise<number>): void {
    if (isOver) return;
    timer = setTimeout(() => void attempt(work), ms).unref();
  }

  /** @param work says after how long the next backup is due */
  async function attempt(work: () => Promise<number>): Promise<void> {
    try {
      runAfter(await work(), run);
    } catch (error) {
      log.error({ err: error }, "The nightly backup failed; the next attempt is in an hour");
      runAfter(RETRY_MS, run);
    }
  }

  async function untilDue(): Promise<number> {
    const newest = await newestBackupAt(backup.dir);
    const due = newest ? nextBackupAt(backup.at, newest).getTime() : 0;
    return Math.max(0, due - now().getTime());
  }

  async function run(): Promise<number> {
    const said = await runCommand(backup, dataDir);
    log.info({ said }, "Backed up");
    return untilDue();
  }

  runAfter(startDelayMs, untilDue);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** @throws with what the command said, unless it succeeded */
async function runCommand({ dir, keep }: NightlyBackup, dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [COMMAND, path.resolve(dir), "--keep", String(keep)], {
    env: { DATA_DIR: path.resolve(dataDir) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(said.trim());
  return said.trim();
}
