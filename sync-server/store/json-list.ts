import { type RawBuilder, sql } from "kysely";

/** A list as one parameter, so that a statement has one text however long the list is. */
export function anyOf(values: Iterable<string>): RawBuilder<string> {
  return sql<string>`(select value from json_each(${JSON.stringify([...values])}))`;
}

/** Rows as one parameter, to insert from: `select value ->> 'name' from json_each(…)`. */
export function rowsOf(rows: readonly object[]): RawBuilder<unknown> {
  return sql`json_each(${JSON.stringify(rows)})`;
}
