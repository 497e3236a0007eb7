import type { Table } from "dexie";
import { err, ok, type Result } from "../../shared/result.ts";
import type { AppDb } from "./schema.ts";

/**
 * One row, on its own: where the browser has it and does not give it back, as with large values
 * whose file it lost, no other has to suffer for it (O15).
 *
 * @throws where the storage itself is lost, which says nothing about any row
 */
export async function readRow<Row, Key, New>(
  db: AppDb,
  table: Table<Row, Key, New>,
  key: Key,
): Promise<Result<Row | undefined, "unreadable">> {
  try {
    return ok(await table.get(key));
  } catch {
    // The row, or the whole storage? Of the second this throws.
    await db.settings.count();
    return err("unreadable");
  }
}
