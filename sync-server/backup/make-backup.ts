import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../shared/result.ts";
import { syncPath } from "../files/sync-path.ts";
import { prepareConnection } from "../store/open.ts";
import {
  backupFolder,
  listBackups,
  removeUnfinished,
  stampOf,
  unfinishedFolder,
} from "./backup-folders.ts";
import {
  type BackedUpFile,
  type BackupManifest,
  BESIDE,
  DATABASE,
  writeManifest,
} from "./backup-manifest.ts";
import { checkDatabase, findDamaged } from "./check-backup.ts";
import { copyDurably, linkIfPossible, syncTree } from "./durable-copy.ts";
import { lockFolder } from "./folder-lock.ts";
import { hashFile } from "./hash-file.ts";
import { isWithin } from "./is-within.ts";

/** All pages in one step: whoever writes meanwhile neither waits nor makes it start again. */
const ALL_PAGES = 0x7fffffff;

/** How far a backup has come; up to `named` there is none. */
export type BackupStage = "database" | "files" | "checked" | "named" | "noted";

export type BackupDeps = {
  dataDir: string;
  /** The folder of backups; every backup in it is whole in itself. */
  target: string;
  now: Date;
  onStage?: (stage: BackupStage) => void;
};

export type MadeBackup = { folder: string; manifest: BackupManifest };

/**
 * Backs up a data folder, its server running or not: first the database in one moment, then every
 * file it names, which have been on the disk longer than their rows. A file that the backup before
 * has is the same file under another name. Safe to end at any point: a backup exists only once all
 * of it was read again and found right, and only then tablets let go of what is in it (O10).
 */
export async function makeBackup(deps: BackupDeps): Promise<Result<MadeBackup, string>> {
  const { dataDir, target } = deps;
  if (!(await isFile(path.join(dataDir, DATABASE)))) {
    return err(`${dataDir} holds no database to back up.`);
  }
  if (isWithin(target, dataDir)) {
    return err(`A backup into ${target} would be lost together with ${dataDir}.`);
  }
  await mkdir(target, { recursive: true, mode: 0o700 });
  const lock = lockFolder(target, 0);
  if (!lock) return err(`Another backup into ${target} is under way.`);
  try {
    return await makeInto(deps);
  } finally {
    lock.release();
  }
}

async function makeInto(deps: BackupDeps): Promise<Result<MadeBackup, string>> {
  const { dataDir, target, now, onStage = () => undefined } = deps;
  const stamp = stampOf(now);
  const [previous] = await listBackups(target);
  await removeUnfinished(target);
  const folder = unfinishedFolder(target, stamp);
  await mkdir(folder, { mode: 0o700 });
  const database = path.join(folder, DATABASE);
  await copyDatabase(path.join(dataDir, DATABASE), database);
  onStage("database");

  const checked = checkDatabase(database);
  if (!checked.ok) return checked;
  const { life, named } = checked.value;
  const wanted = [...named, ...(await filesBeside(dataDir))];
  for (const file of wanted) await place(file, { dataDir, folder, previous });
  onStage("files");

  const damaged = await repair(wanted, { dataDir, folder });
  const manifest: BackupManifest = {
    format: 1,
    madeAt: now.toISOString(),
    ...life,
    database: { sha256: await hashFile(database), sizeBytes: (await stat(database)).size },
    files: wanted.filter((file) => !damaged.has(file.path)),
    damaged: [...damaged],
  };
  await writeManifest(folder, manifest);
  await syncTree(folder);
  onStage("checked");

  const finished = backupFolder(target, stamp);
  await rename(folder, finished);
  await syncPath(target);
  onStage("named");

  if (damaged.size === 0) noteBackedUp(path.join(dataDir, DATABASE), life);
  onStage("noted");
  return ok({ folder: finished, manifest });
}

/** One file, without the log beside it that a database in use has. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  copy.pragma("journal_mode = DELETE");
  copy.close();
  await syncPath(to);
}

async function filesBeside(dataDir: string): Promise<BackedUpFile[]> {
  const found: BackedUpFile[] = [];
  for (const name of BESIDE) {
    const file = path.join(dataDir, name);
    if (await isFile(file)) found.push({ path: name, sha256: await hashFile(file) });
  }
  return found;
}

type Places = { dataDir: string; folder: string };

async function place(
  { path: name }: BackedUpFile,
  { dataDir, folder, previous }: Places & { previous: string | undefined },
): Promise<void> {
  const to = path.join(folder, name);
  if (previous && (await linkIfPossible(path.join(previous, name), to))) return;
  await copyIfThere(path.join(dataDir, name), to);
}

/**
 * Reads all that was placed, and takes anew from the server what the backup before has no longer
 * right. @returns the paths of what the server has not right either
 */
async function repair(
  wanted: readonly BackedUpFile[],
  { dataDir, folder }: Places,
): Promise<Set<string>> {
  const damaged = await findDamaged(folder, wanted);
  for (const { path: name } of damaged) {
    await rm(path.join(folder, name), { force: true });
    await copyIfThere(path.join(dataDir, name), path.join(folder, name));
  }
  const still = await findDamaged(folder, damaged);
  for (const { path: name } of still) await rm(path.join(folder, name), { force: true });
  return new Set(still.map((file) => file.path));
}

/** A file the server has lost is told by `findDamaged`; the others are to be saved all the same. */
async function copyIfThere(from: string, to: string): Promise<void> {
  if (await isFile(from)) await copyDurably(from, to);
}

/** From now on tablets may let go of what this backup holds (O10). */
function noteBackedUp(file: string, { epoch, headSeq }: { epoch: string; headSeq: number }): void {
  const live = new Database(file, { fileMustExist: true });
  try {
    prepareConnection(live);
    live
      .prepare("update installation set backed_up_seq = max(backed_up_seq, ?) where epoch = ?")
      .run(headSeq, epoch);
  } finally {
    live.close();
  }
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
