import { type Selectable, sql } from "kysely";
import type { ReviewState } from "../../shared/submission.ts";
import { anyOf, rowsOf } from "./json-list.ts";
import type { Db } from "./open.ts";
import type { MutationRow, SubmissionRow, VersionRow } from "./schema.ts";

// What a push has to know, one statement per kind, however long the batch is.

/** Mutations by id: of a reused id, the one that owns it. */
export async function readMutations(tx: Db, ids: Iterable<string>): Promise<StoredMutation[]> {
  return tx
    .selectFrom("mutations")
    .selectAll()
    .where("mutation_id", "in", anyOf(ids))
    .where("owns_id", "=", sql.lit(1))
    .execute();
}

/** Mutations of these submissions that wait for what they were made from. */
export async function readWaiting(
  tx: Db,
  submissionIds: Iterable<string>,
): Promise<StoredMutation[]> {
  return tx
    .selectFrom("mutations")
    .selectAll()
    .where("outcome", "=", sql.lit("waiting"))
    .where("submission_id", "in", anyOf(submissionIds))
    .execute();
}

export type StoredMutation = Selectable<MutationRow>;

export type SubmissionHead = Pick<
  SubmissionRow,
  "number" | "id" | "kind" | "assignment_id" | "version"
> & { state: ReviewState | null };

export async function readSubmissionHeads(
  tx: Db,
  ids: Iterable<string>,
): Promise<SubmissionHead[]> {
  return tx
    .selectFrom("submissions")
    .leftJoin("reviews", "reviews.id", "submissions.review_id")
    .select([
      "submissions.number",
      "submissions.id",
      "submissions.kind",
      "submissions.assignment_id",
      "submissions.version",
      "reviews.state",
    ])
    .where("submissions.id", "in", anyOf(ids))
    .execute();
}

export type VersionKey = { submissionId: string; version: number };
export type VersionContent = Pick<VersionRow, "version" | "body" | "attachments"> & {
  submission_id: string;
};

export async function readVersions(tx: Db, keys: readonly VersionKey[]): Promise<VersionContent[]> {
  const found = await sql<VersionContent>`
    select submissions.id as submission_id, versions.version, versions.body, versions.attachments
    from ${rowsOf(keys)} as wanted
    join submissions on submissions.id = wanted.value ->> 'submissionId'
    join versions
      on versions.submission_number = submissions.number
      and versions.version = wanted.value ->> 'version'
  `.execute(tx);
  return found.rows;
}
