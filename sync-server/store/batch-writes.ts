import { addSubmissionChanges, removeSubmissionChanges } from "./changes.ts";
import { runForEach } from "./each-row.ts";
import { insertRows } from "./insert-rows.ts";
import type { Db } from "./open.ts";
import type { AnnouncedFileRow, KeptMutationRow, SubmissionRow, VersionRow } from "./schema.ts";

// What a push leaves behind, table by table.

/** A submission at its new version, which nobody reviewed yet, and its new place in the feed. */
export type MovedSubmission = Omit<SubmissionRow, "change_seq" | "review_id"> & {
  scope: string;
  seq: number;
  /** The version it had in the database; undefined where it has no row there. */
  stood: number | undefined;
};

export async function writeSubmissions(
  tx: Db,
  submissions: readonly MovedSubmission[],
): Promise<void> {
  const added = submissions.filter(({ stood }) => stood === undefined);
  const moved = submissions.filter(({ stood }) => stood !== undefined);
  await removeSubmissionChanges(
    tx,
    moved.filter(({ stood }) => stood !== 0),
  );
  await runForEach(
    tx,
    "update submissions set version = ?, change_seq = ?, review_id = null where number = ?",
    moved.map(({ version, seq, number }) => [version, seq, number]),
  );
  const columns = ["number", "id", "kind", "assignment_id", "version", "change_seq"] as const;
  const rows = added.map((row) => ({ ...row, change_seq: row.seq }));
  await insertRows(tx, "submissions", columns, rows);
  await addSubmissionChanges(tx, submissions);
}

const VERSION = [
  ...(["seq", "submission_number", "version", "mutation_id", "hash", "author_id"] as const),
  ...(["device_id", "base_version", "base_mutation_id", "made_at", "received_at"] as const),
  ...(["body", "attachments", "missing_files", "said", "payload"] as const),
] as const;

/** Adds versions; their submissions must be there. */
export async function writeVersions(tx: Db, rows: readonly VersionRow[]): Promise<void> {
  await insertRows(tx, "versions", VERSION, rows);
}

export type NewKeptMutation = Omit<KeptMutationRow, "number" | "owns_id">;

/** What is decided anew when a waiting mutation is. */
const DECIDED = [
  ...(["device_id", "vouched", "outcome", "base_version", "base_mutation_id"] as const),
  ...(["receipt", "payload"] as const),
] as const;
const KEPT = [
  ...(["mutation_id", "hash", "owns_id", "submission_id", "author_id"] as const),
  ...DECIDED,
] as const;

/** Keeps mutations that became no version. Only a waiting one is ever replaced (R1). */
export async function keepMutations(tx: Db, rows: readonly NewKeptMutation[]): Promise<void> {
  const owning = rows.map((row) => ({ ...row, owns_id: 1 }));
  const changes = DECIDED.map((column) => `${column} = excluded.${column}`);
  await insertRows(
    tx,
    "kept_mutations",
    KEPT,
    owning,
    `on conflict (mutation_id) where owns_id = 1 do update set ${changes.join(", ")}
      where kept_mutations.outcome = 'waiting'`,
  );
}

/** Takes out what waited and is a version now, by mutation id. */
export async function releaseKept(tx: Db, ids: readonly string[]): Promise<void> {
  await runForEach(
    tx,
    `delete from kept_mutations
      where mutation_id = ? and owns_id = 1 and outcome = 'waiting'`,
    ids.map((id) => [id]),
  );
}

/** Keeps mutations whose id was somebody else's already, beside the one that owns it. */
export async function keepReused(tx: Db, rows: readonly NewKeptMutation[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insertInto("kept_mutations")
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
