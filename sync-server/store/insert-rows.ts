import { type RawBuilder, sql } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * An insert of many rows with one parameter: a JSON list of lists, which SQLite reads twice as fast
 * as a list of objects, and whose statement has one text however many rows there are.
 */
export function insertRows<Row extends object>(
  table: keyof Schema,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  onConflict: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((_, index) => sql`value ->> ${sql.lit(index)}`));
  const lists = rows.map((row) => columns.map((column) => row[column]));
  // `where true` keeps SQLite from reading `on conflict` as a join.
  return sql`insert into ${sql.table(table)} (${names})
    select ${values} from json_each(${JSON.stringify(lists)}) where true ${onConflict}`;
}
