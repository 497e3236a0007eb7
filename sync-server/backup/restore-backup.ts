import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../shared/result.ts";
import { syncPath } from "../files/sync-path.ts";
import { findBackup, stampOf } from "./backup-folders.ts";
import { type BackupManifest, DATABASE } from "./backup-manifest.ts";
import { checkBackup } from "./check-backup.ts";
import { copyDurably, syncTree } from "./durable-copy.ts";
import { finishRestore, type RestoreStage, readyToMoveIn, workFolder } from "./finish-restore.ts";
import { lockFolder } from "./folder-lock.ts";
import { isWithin } from "./is-within.ts";
import { keepOwner } from "./keep-owner.ts";

const OWNER_ONLY = 0o700;

export type RestoreDeps = {
  /** A backup, or a folder of backups, of which the newest is taken. */
  source: string;
  dataDir: string;
  now: Date;
  onStage?: (stage: RestoreStage) => void;
};

export type Restored = {
  backup: string;
  manifest: BackupManifest;
  /** The life that begins. */
  epoch: string;
  /** Where what was in the data folder is now; null when it was empty. */
  setAside: string | null;
};

/**
 * Puts a backup in the place of a data folder, as the first day of a new epoch: tablets then offer
 * again what the backup lacks (O11). Nothing is deleted: what was there is set aside. Cut off at any
 * point, the data folder is the old one, or becomes the new one when a server opens it.
 */
export async function restoreBackup(deps: RestoreDeps): Promise<Result<Restored, string>> {
  const { dataDir, onStage = () => undefined } = deps;
  const backup = await findBackup(deps.source);
  if (isWithin(backup, dataDir)) return err(`${backup} lies in the folder to restore into.`);
  const checked = await checkBackup(backup);
  if (!checked.ok) return checked;
  onStage("checked");

  await mkdir(dataDir, { recursive: true, mode: OWNER_ONLY });
  const lock = lockFolder(dataDir, 0);
  if (!lock) return err(`A server uses ${dataDir}: stop it first.`);
  try {
    // One that was cut off before counts as done: its data is what is set aside now.
    await finishRestore(dataDir);
    const stamp = stampOf(deps.now);
    const epoch = await copyInto(workFolder(dataDir), { backup, manifest: checked.value });
    await keepOwner(dataDir);
    onStage("copied");
    await readyToMoveIn(dataDir, stamp);
    onStage("ready");
    const setAside = await finishRestore(dataDir, onStage);
    return ok({ backup, manifest: checked.value, epoch, setAside });
  } finally {
    lock.release();
  }
}

async function copyInto(
  folder: string,
  { backup, manifest }: { backup: string; manifest: BackupManifest },
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: OWNER_ONLY });
  const database = path.join(folder, DATABASE);
  await copyDurably(path.join(backup, DATABASE), database);
  for (const { path: name } of manifest.files) {
    await copyDurably(path.join(backup, name), path.join(folder, name));
  }
  const epoch = beginEpoch(database);
  await syncPath(database);
  await syncTree(folder);
  return epoch;
}

function beginEpoch(file: string): string {
  const epoch = randomUUID();
  const database = new Database(file, { fileMustExist: true });
  try {
    database.prepare("update installation set epoch = ?").run(epoch);
  } finally {
    database.close();
  }
  return epoch;
}
