import { must } from "../../shared/invariant.ts";
import type { Person } from "../../shared/person.ts";
import type { FeedType, KnownPut, PullReply } from "../../shared/pull.ts";
import { readChanges } from "../store/changes.ts";
import { readFeedRows } from "../store/feed-rows.ts";
import { readInstallation } from "../store/installation.ts";
import type { Db } from "../store/open.ts";
import { type FeedChange, lastWords, readCursor, visibleTypes, writeCursor } from "./delta.ts";

/** What changed since a cursor, as seen from a person's office; read in one snapshot. */
export async function pull(
  db: Db,
  { person, cursor, limit }: { person: Person; cursor: string | undefined; limit: number },
): Promise<PullReply> {
  return db.transaction().execute(async (tx) => {
    const { epoch, head_seq, backed_up_seq } = await readInstallation(tx);
    const view = { epoch, unit: person.orgUnitCode, types: visibleTypes(person.role) };
    const { after, reset } = readCursor(cursor, view, head_seq);
    const found = await readChanges(tx, { ...view, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const changes = lastWords(page);
    const more = found.length > limit;
    return {
      epoch,
      headSeq: head_seq,
      backedUpSeq: backed_up_seq,
      cursor: writeCursor(view, more ? (page.at(-1)?.seq ?? after) : head_seq),
      puts: await readPuts(
        tx,
        changes.filter((change) => !change.removed),
      ),
      removes: changes.filter((change) => change.removed).map(({ type, id }) => ({ type, id })),
      reset,
      more,
    };
  });
}

async function readPuts(db: Db, changes: FeedChange[]): Promise<KnownPut[]> {
  const rows = new Map<FeedType, Map<string, KnownPut>>();
  for (const [type, some] of Map.groupBy(changes, ({ type }) => type)) {
    const ids = some.map(({ id }) => id);
    rows.set(type, await readFeedRows(db, type, ids));
  }
  return changes.map(({ type, id }) => must(rows.get(type)?.get(id), "a change has its row"));
}
