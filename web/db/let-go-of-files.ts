import type { Sha256 } from "../../shared/scalars.ts";
import { attachmentsOf } from "./content.ts";
import { readWork } from "./read-work.ts";
import type { AppDb } from "./schema.ts";

/** What the functions below run inside a transaction over. */
export function filedTables(db: AppDb) {
  const { drafts, pastedTexts, outbox, settled, uploads, submissions, settings, files } = db;
  return [drafts, pastedTexts, outbox, settled, uploads, submissions, settings, files];
}

/**
 * Lets go of bytes because the person took the file away, unless anything else on the tablet names
 * it. Nothing else ever removes bytes that only this tablet has: see purge.ts.
 */
export async function letGoOfFiles(
  db: AppDb,
  removed: readonly { sha256: Sha256 }[],
): Promise<void> {
  const hashes = removed.map(({ sha256 }) => sha256);
  await db.files.bulkDelete(await unnamedFiles(db, hashes));
}

/** Of some files those that nothing on this tablet speaks of, as far as it can be read. */
export async function unnamedFiles(db: AppDb, hashes: readonly Sha256[]): Promise<Sha256[]> {
  const left = new Set(hashes);
  for (const naming of NAMING) {
    // The mirror is the longest of them, and hardly ever needed.
    if (left.size === 0) return [];
    for (const { sha256 } of (await naming(db)).flat()) left.delete(sha256);
  }
  return [...left];
}

const NAMING: ((db: AppDb) => Promise<{ sha256: Sha256 }[][]>)[] = [
  async (db) => (await readWork(db)).work.map(({ attachments }) => attachments),
  async (db) => [await db.uploads.toArray()],
  async (db) => (await db.settled.toArray()).map(({ mutation }) => attachmentsOf(mutation)),
  async (db) => (await db.submissions.toArray()).map(({ attachments }) => attachments),
];
