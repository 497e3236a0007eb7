import { type Selectable, sql } from "kysely";
import type { ReviewState } from "../../shared/submission.ts";
import { RULES, type RulesRow } from "./assignment-rules.ts";
import { lookUp } from "./each-row.ts";
import { anyOf, rowsOf } from "./json-list.ts";
import type { Db } from "./open.ts";
import type { KeptMutationRow, SubmissionRow, VersionRow } from "./schema.ts";

// What a push has to know, one statement per kind.

/** By mutation id: the versions that mutations became. */
export const readApplied = lookUp((db, key) =>
  db
    .selectFrom("versions")
    .innerJoin("submissions", "submissions.number", "versions.submission_number")
    .selectAll("versions")
    .select("submissions.id as submission_id")
    .where("versions.mutation_id", "=", key),
);

/**
 * By mutation id: mutations that became no version; of a reused id, the one that owns it. All at once,
 * because nearly always none is found.
 */
export async function readKept(tx: Db, mutationIds: Iterable<string>): Promise<KeptMutation[]> {
  return tx
    .selectFrom("kept_mutations")
    .selectAll()
    .where("owns_id", "=", sql.lit(1))
    .where("mutation_id", "in", anyOf(mutationIds))
    .execute();
}

/** Mutations of these submissions that wait for what they were made from. */
export async function readWaiting(
  tx: Db,
  submissionIds: Iterable<string>,
): Promise<KeptMutation[]> {
  return tx
    .selectFrom("kept_mutations")
    .selectAll()
    .where("outcome", "=", sql.lit("waiting"))
    .where("submission_id", "in", anyOf(submissionIds))
    .execute();
}

export type AppliedMutation = VersionRow & { submission_id: string };
export type KeptMutation = Selectable<KeptMutationRow>;

/** Where a submission stands, with what of its assignment decides a push. */
export type SubmissionHead = Omit<SubmissionRow, "change_seq" | "review_id"> &
  RulesRow & { state: ReviewState | null };

/** By id: where submissions stand. */
export const readSubmissionHeads = lookUp((db, key) =>
  db
    .selectFrom("submissions")
    .innerJoin("assignments", "assignments.id", "submissions.assignment_id")
    .innerJoin("fiscal_years", "fiscal_years.fiscal_year", "assignments.fiscal_year")
    .leftJoin("reviews", "reviews.id", "submissions.review_id")
    .select([
      "submissions.number",
      "submissions.id",
      "submissions.kind",
      "submissions.version",
      "reviews.state",
      ...RULES,
    ])
    .where("submissions.id", "=", key),
);

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
