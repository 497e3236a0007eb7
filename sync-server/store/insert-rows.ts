import { runForEach } from "./each-row.ts";
import type { Db } from "./open.ts";
import type { Schema } from "./schema.ts";

/**
 * Inserts rows, however many.
 *
 * @param onConflict SQL behind the values, from `on conflict` on
 */
export async function insertRows<Row extends object>(
  tx: Db,
  table: keyof Schema,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  onConflict = "",
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const places = columns.map(() => "?").join(", ");
  const lists = rows.map((row) => columns.map((column) => row[column]));
  await runForEach(tx, `insert into "${table}" (${names}) values (${places}) ${onConflict}`, lists);
}
