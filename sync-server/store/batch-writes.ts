import { insertSubmissionChanges, writeSubmissionChanges } from "./changes.ts";
import { runForEach } from "./each-row.ts";
import { insertRows } from "./insert-rows.ts";
import type { Db } from "./open.ts";
import type { AnnouncedFileRow, MutationRow, SubmissionRow, VersionRow } from "./schema.ts";

// What a push leaves behind, table by table.

export type MovedSubmission = Pick<
  SubmissionRow,
  "number" | "id" | "kind" | "assignment_id" | "version"
> & { scope: string; seq: number };

/** Adds submissions, or moves those that are there to their new version, which nobody reviewed yet. */
export async function writeSubmissions(
  tx: Db,
  { added, moved }: { added: readonly MovedSubmission[]; moved: readonly MovedSubmission[] },
): Promise<void> {
  if (added.length > 0) {
    const rows = added.map((row) => ({ ...row, change_seq: row.seq }));
    const columns = ["number", "id", "kind", "assignment_id", "version", "change_seq"] as const;
    await insertRows(tx, "submissions", columns, rows);
    await insertSubmissionChanges(tx, added);
  }
  if (moved.length > 0) {
    await runForEach(
      tx,
      "update submissions set version = ?, review_id = null where id = ?",
      moved.map(({ id, version }) => [version, id]),
    );
    await writeSubmissionChanges(tx, moved);
  }
}

const VERSION = [
  ...(["submission_number", "version", "seq", "mutation_id", "author_id"] as const),
  ...(["made_at", "received_at", "body", "attachments"] as const),
] as const;

/** Adds versions; their submissions must be there. */
export async function writeVersions(tx: Db, rows: readonly VersionRow[]): Promise<void> {
  await insertRows(tx, "versions", VERSION, rows);
}

export type NewMutation = Omit<MutationRow, "number" | "owns_id">;

/** What is decided anew when a waiting mutation is. */
const DECIDED = [
  ...(["device_id", "vouched", "outcome", "version", "base_version"] as const),
  ...(["base_mutation_id", "receipt", "said", "payload"] as const),
] as const;
const MUTATION = [
  ...(["mutation_id", "hash", "owns_id", "submission_id", "author_id"] as const),
  ...DECIDED,
] as const;

/** Stores receipts. Only a waiting one is ever replaced (R1). */
export async function writeMutations(tx: Db, rows: readonly NewMutation[]): Promise<void> {
  const owning = rows.map((row) => ({ ...row, owns_id: 1 }));
  const changes = DECIDED.map((column) => `${column} = excluded.${column}`);
  await insertRows(
    tx,
    "mutations",
    MUTATION,
    owning,
    `on conflict (mutation_id) where owns_id = 1 do update set ${changes.join(", ")}
      where mutations.outcome = 'waiting'`,
  );
}

/** Keeps mutations whose id was somebody else's already, beside the one that owns it. */
export async function keepReused(tx: Db, rows: readonly NewMutation[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insertInto("mutations")
      .values({ ...row, owns_id: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Notes which files the mutations said would come; safe to repeat. */
export async function announceFiles(tx: Db, rows: readonly AnnouncedFileRow[]): Promise<void> {
  const columns = ["submission_id", "sha256", "size_bytes", "media_type", "name"] as const;
  await insertRows(tx, "announced_files", columns, rows, "on conflict do nothing");
}
