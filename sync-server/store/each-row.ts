import { type Compilable, CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Db } from "./open.ts";

/** A statement's only parameter when it is to run once for each of these rows. */
export class EachRow {
  readonly rows: readonly (readonly unknown[])[];

  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows;
  }
}

/**
 * Runs one statement for every row, in their order. SQLite is asked in process, so a prepared
 * statement in a loop is its fastest way by far: a third of reading the rows from one JSON text.
 *
 * @param text one statement with a `?` for each value of a row
 */
export async function runForEach(tx: Db, text: string, rows: EachRow["rows"]): Promise<void> {
  if (rows.length > 0) await tx.executeQuery(CompiledQuery.raw(text, [new EachRow(rows)]));
}

/**
 * SQLite with STAT4, as it is built here, plans a join anew for every value bound to a bare `?`, which
 * costs ten times the look-up. It does not look into an expression.
 */
const UNPEEKED_KEY = sql<string>`(${""} || '')`;

/**
 * A query for the one row of a key, if there is one; written by Kysely once and run for each of many
 * keys.
 *
 * @param build the query; its only parameter is the key, which is unique
 */
export function lookUp<Row>(
  build: (db: Db, key: RawBuilder<string>) => Compilable<Row>,
): (db: Db, keys: Iterable<string>) => Promise<Row[]> {
  let query: CompiledQuery<Row> | undefined;
  return async (db, keys) => {
    query ??= build(db, UNPEEKED_KEY).compile();
    const rows = Array.from(keys, (key) => [key]);
    if (rows.length === 0) return [];
    const found = await db.executeQuery<Row>({ ...query, parameters: [new EachRow(rows)] });
    return found.rows;
  };
}
