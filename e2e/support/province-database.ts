import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { must } from "../../shared/invariant.ts";

/** Asks the province's SQLite file directly, past the server. */
export function askDatabase<Row>(dataDir: string, sql: string, ...values: unknown[]): Row[] {
  const database = new Database(join(dataDir, "bpm.sqlite"), { readonly: true });
  try {
    return database.prepare<unknown[], Row>(sql).all(...values);
  } finally {
    database.close();
  }
}

/** Of the version that came last. */
export function newestSeq(dataDir: string): number {
  const [row] = askDatabase<{ seq: number }>(dataDir, "select max(seq) as seq from versions");
  return must(row?.seq, "the demo has versions");
}

/** The bytes of a stored file, only when they are what their name says. */
export function storedFile(dataDir: string, sha256: string): Buffer | undefined {
  const path = join(dataDir, "files", sha256.slice(0, 2), sha256);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : undefined;
}
