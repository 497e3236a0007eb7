import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import * as z from "zod/mini";
import { err, ok, type Result } from "../../shared/result.ts";
import {
  type BackedUpFile,
  type BackupManifest,
  DATABASE,
  readManifest,
} from "./backup-manifest.ts";
import { hashFile } from "./hash-file.ts";
import { filesNamedIn, readLife } from "./read-database.ts";

/**
 * Proves a backup: its database is the one that was written, whole in itself, and every file it
 * names is there as it was. Changes nothing.
 */
export async function checkBackup(folder: string): Promise<Result<BackupManifest, string>> {
  const read = await readManifest(folder);
  if (!read.ok) return read;
  const manifest = read.value;
  const file = path.join(folder, DATABASE);
  const sha256 = await hashFile(file).catch(() => undefined);
  if (sha256 !== manifest.database.sha256) return err(`The database of ${folder} is damaged.`);
  const checked = checkDatabase(file);
  if (!checked.ok) return checked;
  const { life, named } = checked.value;
  if (life.epoch !== manifest.epoch || life.headSeq !== manifest.headSeq) {
    return err(`The database of ${folder} is not the one its backup.json describes.`);
  }
  const there = new Set(manifest.files.map((one) => one.path));
  const known = new Set(manifest.damaged);
  const absent = named.filter((one) => !there.has(one.path) && !known.has(one.path));
  const damaged = await findDamaged(folder, manifest.files);
  const [first] = [...absent, ...damaged];
  return first ? err(`The backup ${folder} lacks ${first.path}, or it is damaged.`) : ok(manifest);
}

type CheckedDatabase = { life: ReturnType<typeof readLife>; named: BackedUpFile[] };

const Problems = z.array(z.object({ integrity_check: z.string() }));

/** Opens a database that nobody uses, has SQLite check all of it, and reads what it names. */
export function checkDatabase(file: string): Result<CheckedDatabase, string> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const [first] = Problems.parse(database.pragma("integrity_check"));
    if (first?.integrity_check !== "ok") {
      return err(`The database ${file} is damaged: ${first?.integrity_check}.`);
    }
    const orphans = z.array(z.unknown()).parse(database.pragma("foreign_key_check"));
    if (orphans.length > 0) return err(`The database ${file} has ${orphans.length} orphaned rows.`);
    return ok({ life: readLife(database), named: filesNamedIn(database) });
  } finally {
    database.close();
  }
}

/** Those of the files that are missing in a folder, or not what their hash says. */
export async function findDamaged(
  folder: string,
  files: readonly BackedUpFile[],
): Promise<BackedUpFile[]> {
  const damaged: BackedUpFile[] = [];
  for (const file of files) {
    const bytes = await readFile(path.join(folder, file.path)).catch(() => undefined);
    if (!bytes || hash("sha256", bytes, "hex") !== file.sha256) damaged.push(file);
  }
  return damaged;
}
