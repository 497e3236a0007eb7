import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { readManifest } from "./backup-manifest.ts";

const PREFIX = "bpm-";
const UNFINISHED = "unfinished-";

/** A folder name that sorts by time. */
export function stampOf(now: Date): string {
  return now.toISOString().replaceAll(":", "");
}

export function backupFolder(target: string, stamp: string): string {
  return path.join(target, PREFIX + stamp);
}

export function unfinishedFolder(target: string, stamp: string): string {
  return path.join(target, UNFINISHED + stamp);
}

/** The finished backups in a folder, the newest first. */
export async function listBackups(target: string): Promise<string[]> {
  const names = await readdir(target).catch(() => []);
  return names
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .reverse()
    .map((name) => path.join(target, name));
}

/** When the newest backup in a folder was made; null where there is none. */
export async function newestBackupAt(target: string): Promise<Date | null> {
  for (const folder of await listBackups(target)) {
    const manifest = await readManifest(folder);
    if (manifest.ok) return new Date(manifest.value.madeAt);
  }
  return null;
}

/** A backup, or the newest in a folder of backups. */
export async function findBackup(source: string): Promise<string> {
  const [newest] = await listBackups(source);
  return newest ?? source;
}

/** What a backup that was cut off left behind. */
export async function removeUnfinished(target: string): Promise<void> {
  for (const name of await readdir(target)) {
    if (name.startsWith(UNFINISHED)) await rm(path.join(target, name), { recursive: true });
  }
}

/** Keeps the newest backups only. @returns how many were removed */
export async function removeOldBackups(target: string, keep: number): Promise<number> {
  const old = (await listBackups(target)).slice(keep);
  for (const folder of old) await rm(folder, { recursive: true });
  return old.length;
}
