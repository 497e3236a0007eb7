import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";
import { EachRow } from "./each-row.ts";

/**
 * A writer takes the write lock when its transaction begins. Kysely's plain `begin` takes it at the
 * first write, which fails with SQLITE_BUSY_SNAPSHOT when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

export class ImmediateSqlite extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/** More texts than the store has statements; beyond it something builds texts from values. */
const MAX_STATEMENTS = 500;

/** Prepares each text once: Kysely would prepare it at every call, which costs more than running it. */
export function rememberingStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      if (statements.size >= MAX_STATEMENTS) statements.clear();
      const statement = runningEachRow(database.prepare(text));
      statements.set(text, statement);
      return statement;
    },
  };
}

/** A statement that is handed `EachRow` runs once for each of its rows; a query finds one row each, or none. */
function runningEachRow(statement: Database.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all(parameters) {
      const [only] = parameters;
      if (!(only instanceof EachRow)) return statement.all(parameters);
      const found: unknown[] = [];
      for (const row of only.rows) {
        const one = statement.get(row);
        if (one !== undefined) found.push(one);
      }
      return found;
    },
    iterate: (parameters) => statement.iterate(parameters),
    run(parameters) {
      const [only] = parameters;
      if (!(only instanceof EachRow)) return statement.run(parameters);
      let changes = 0;
      let lastInsertRowid: number | bigint = 0;
      for (const row of only.rows) {
        const done = statement.run(row);
        changes += Number(done.changes);
        lastInsertRowid = done.lastInsertRowid;
      }
      return { changes, lastInsertRowid };
    },
  };
}
