import { randomBytes, randomUUID } from "node:crypto";
import { promises as fs } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { FileMigrationProvider, Migrator } from "kysely/migration";
import { must } from "../../shared/invariant.ts";
import { ImmediateSqlite, rememberingStatements } from "./immediate-sqlite.ts";
import type { Flag, Schema } from "./schema.ts";

/** SQLite's number for `synchronous = FULL`. */
const FULL = 2;
const BUSY_TIMEOUT_MS = 5000;
const TOKEN_KEY_BYTES = 32;

export type Db = Kysely<Schema>;

export type Store = {
  /** The one connection that writes; its transactions are IMMEDIATE and run one after another. */
  writer: Db;
  /** Read-only, on a connection of its own: never waits for a writer. */
  reader: Db;
  close(): Promise<void>;
};

/**
 * Opens the database file, creating and migrating it as needed.
 *
 * @param fresh what a database made now should say about itself
 * @throws when a write would not be durable (R4), or a migration fails
 */
export async function openStore(
  file: string,
  fresh: { demo: boolean; now: string },
): Promise<Store> {
  const connection = new Database(file);
  prepareConnection(connection);
  const writer = new Kysely<Schema>({
    dialect: new ImmediateSqlite({ database: rememberingStatements(connection) }),
  });
  await migrate(writer);
  await markOpened(writer, fresh);
  assertDurable(connection);

  const readConnection = new Database(file, { readonly: true });
  readConnection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const reader = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: rememberingStatements(readConnection) }),
  });
  return {
    writer,
    reader,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** What every writing connection needs, said explicitly: the build's defaults are weaker. */
export function prepareConnection(connection: Database.Database): void {
  // Twice SQLite's own: a push touches pages all over its indexes, and a commit costs by the page.
  connection.pragma("page_size = 8192");
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  // In KiB: SQLite's own 2 MB would have a push read most of the pages it touches from the file.
  connection.pragma("cache_size = -32768");
  connection.pragma("wal_autocheckpoint = 8000");
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
}

/**
 * R4: a commit reaches the disk before it is answered. Only true when asked after a write:
 * better-sqlite3 in WAL mode falls from FULL to NORMAL at its first one unless told not to.
 */
export function assertDurable(connection: Database.Database): void {
  const level = connection.pragma("synchronous", { simple: true });
  if (level !== FULL) {
    throw new Error(`Commits would not be durable: synchronous is ${String(level)}, not FULL`);
  }
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: path.join(import.meta.dirname, "migrations"),
      import: (file) => import(pathToFileURL(file).href),
    }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function markOpened(db: Db, { demo, now }: { demo: boolean; now: string }): Promise<void> {
  const isDemo: Flag = demo ? 1 : 0;
  const opened = await db
    .insertInto("installation")
    .values({
      id: 1,
      epoch: randomUUID(),
      demo: isDemo,
      head_seq: 0,
      backed_up_seq: 0,
      token_key: randomBytes(TOKEN_KEY_BYTES).toString("hex"),
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ opened_at: now }))
    .executeTakeFirst();
  must(opened, "the installation row can be written");
}
