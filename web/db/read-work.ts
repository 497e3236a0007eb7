import type { Table } from "dexie";
import { Attachment } from "../../shared/attachment.ts";
import { RescuedDraft, RescuedMutation, RescuedPastedText } from "../../shared/rescue-manifest.ts";
import { readRow } from "./read-row.ts";
import type { AppDb } from "./schema.ts";

/** Where unsent work lies; a row of `drafts` or `pastedTexts` may be of any person here. */
const STORES = ["drafts", "pastedTexts", "outbox"] as const;
/** Small rows: nobody notices so many at once. */
const ROWS_AT_ONCE = 10;

/** A row that the app cannot use: the browser does not give it back, or it is of no known shape. */
export type UnreadableRow = {
  store: (typeof STORES)[number];
  /** In its store. */
  id: string;
  /** As far as that can still be told. */
  authorId: string | undefined;
  assignmentId: string | undefined;
};

/** What a draft or a mutation in the outbox says about its files. */
export type FiledWork = { submissionId: string; authorId: string; attachments: Attachment[] };

/**
 * Reads all unsent work of this tablet row by row, so that one that went bad does not take the
 * others with it. Changes nothing.
 *
 * @param rest waits every few rows, so that nobody waits for this; left out inside a transaction
 * @throws where the storage itself is lost, which says nothing about any row
 */
export async function readWork(
  db: AppDb,
  rest?: () => Promise<void>,
): Promise<{ unreadable: UnreadableRow[]; work: FiledWork[] }> {
  const unreadable: UnreadableRow[] = [];
  const work: FiledWork[] = [];
  for (const store of STORES) {
    const table: Table<unknown, unknown> = db.table(store);
    const keys = await table.toCollection().primaryKeys();
    for (const [at, key] of keys.entries()) {
      if (rest && at % ROWS_AT_ONCE === 0) await rest();
      const found = await readRow(db, table, key);
      const row = found.ok ? found.value : "unreadable";
      // Submitted or thrown away meanwhile.
      if (row === undefined) continue;
      const read = READ[store](row);
      if (read) work.push(...read);
      else unreadable.push({ store, id: String(key), ...whose(row, key) });
    }
  }
  return { unreadable, work };
}

/** What is to be known of a row; undefined for one that cannot be used. */
const READ: Record<UnreadableRow["store"], (row: unknown) => FiledWork[] | undefined> = {
  drafts(row) {
    const draft = RescuedDraft.safeParse(row).data;
    const attachments = readable(draft?.attachments ?? []);
    const isWhole = draft?.attachments.length === attachments.length;
    return draft && isWhole ? [{ ...draft, attachments }] : undefined;
  },
  pastedTexts: (row) => (RescuedPastedText.safeParse(row).success ? [] : undefined),
  outbox(row) {
    const mutation: unknown = row instanceof Object && "mutation" in row ? row.mutation : undefined;
    const sealed = RescuedMutation.safeParse(mutation).data;
    return sealed && [{ ...sealed, attachments: readable(sealed.attachments) }];
  },
};

function readable(attachments: readonly unknown[]): Attachment[] {
  return attachments.flatMap((raw) => Attachment.safeParse(raw).data ?? []);
}

function whose(row: unknown, key: unknown): Omit<UnreadableRow, "store" | "id"> {
  const of = (name: string) => {
    const value: unknown = row instanceof Object ? Reflect.get(row, name) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const [author]: unknown[] = Array.isArray(key) ? key : [];
  return {
    authorId: of("authorId") ?? (typeof author === "string" ? author : undefined),
    assignmentId: of("assignmentId"),
  };
}
