import { mkdir, readdir, rename, rmdir } from "node:fs/promises";
import path from "node:path";
import { syncPath } from "../files/sync-path.ts";
import { PAST_BUILDS } from "../past-builds.ts";
import { DATABASE } from "./backup-manifest.ts";
import { isLockFile } from "./folder-lock.ts";

// A restore goes through three names of one folder in the data folder, each given by one rename:
// being copied, which counts for nothing; ready, while the old data is set aside; and moving in,
// while there is no old data left. So every step can be repeated, and none is ever half done.
const COPYING = "restore-copying";
const READY = "restore-ready-";
const MOVING_IN = "restore-moving-in";
const SET_ASIDE = "before-restore-";

/** How far a restore has come; up to `ready` the data folder is as it was. */
export type RestoreStage = "checked" | "copied" | "ready" | "aside" | "moved-in";

/** Where a restore is prepared. */
export function workFolder(dataDir: string): string {
  return path.join(dataDir, COPYING);
}

/** All of it is there: from here on the restore is going to happen. */
export async function readyToMoveIn(dataDir: string, stamp: string): Promise<void> {
  await rename(workFolder(dataDir), path.join(dataDir, READY + stamp));
  await syncPath(dataDir);
}

/**
 * Ends a restore that was cut off after it was ready; does nothing where there is none. For whoever
 * has locked the folder. Safe to repeat.
 *
 * @returns where the old data is now; null when there was none
 */
export async function finishRestore(
  dataDir: string,
  onStage: (stage: RestoreStage) => void = () => undefined,
): Promise<string | null> {
  const ready = (await readdir(dataDir)).find((name) => name.startsWith(READY));
  const setAside = ready ? await moveAside(dataDir, ready) : null;
  if (ready) onStage("aside");
  if (!(await readdir(dataDir)).includes(MOVING_IN)) return setAside;
  await moveIn(dataDir);
  onStage("moved-in");
  return setAside;
}

async function moveAside(dataDir: string, ready: string): Promise<string | null> {
  const setAside = path.join(dataDir, SET_ASIDE + ready.slice(READY.length));
  const old = (await readdir(dataDir)).filter((name) => !staysInPlace(name));
  await mkdir(setAside, { recursive: true });
  for (const name of old) await rename(path.join(dataDir, name), path.join(setAside, name));
  await syncPath(setAside);
  await rename(path.join(dataDir, ready), path.join(dataDir, MOVING_IN));
  await syncPath(dataDir);
  if ((await readdir(setAside)).length > 0) return setAside;
  await rmdir(setAside);
  return null;
}

/** The database last: without it there is no data folder yet. */
async function moveIn(dataDir: string): Promise<void> {
  const from = path.join(dataDir, MOVING_IN);
  const names = await readdir(from);
  for (const name of names.filter((one) => one !== DATABASE)) {
    await rename(path.join(from, name), path.join(dataDir, name));
  }
  if (names.includes(DATABASE)) {
    await rename(path.join(from, DATABASE), path.join(dataDir, DATABASE));
  }
  await syncPath(dataDir);
  await rmdir(from);
  await syncPath(dataDir);
}

/** What is of the restore itself, or no data. */
function staysInPlace(name: string): boolean {
  const [copying, movingIn] = [COPYING, MOVING_IN];
  return (
    isLockFile(name) ||
    name === PAST_BUILDS ||
    name === copying ||
    name === movingIn ||
    name.startsWith(READY) ||
    name.startsWith(SET_ASIDE)
  );
}
