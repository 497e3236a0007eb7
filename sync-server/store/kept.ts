import type { KeptAnswer } from "../../shared/kept.ts";
import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";
import type { Schema } from "./schema.ts";

// Mutations that are held or wait, and what was said about them.

const undecided = (db: Db) =>
  db
    .selectFrom("kept_mutations as kept")
    .leftJoin("people", "people.id", "kept.author_id")
    .leftJoin("org_units", "org_units.code", "people.org_unit_code")
    .leftJoin("devices", "devices.id", "kept.device_id")
    .leftJoin("kept_answers", "kept_answers.hash", "kept.hash")
    .where("kept.outcome", "in", ["held", "waiting"])
    .where("kept_answers.hash", "is", null)
    .select([
      "kept.hash",
      "kept.receipt",
      "kept.payload",
      "kept.author_id",
      "people.display_name",
      "people.org_unit_code as author_unit",
      "org_units.name as office_name",
      "devices.revoked_at",
    ]);

export type UndecidedRow = Awaited<ReturnType<typeof readUndecided>>[number];

/** Everything that waits for a person's decision, in the order it came. */
export function readUndecided(db: Db) {
  return undecided(db).orderBy("kept.number").execute();
}

export function findUndecided(db: Db, hash: string) {
  return undecided(db).where("kept.hash", "=", hash).executeTakeFirst();
}

/** By assignment id: the office that has it. */
export async function readDistricts(
  db: Db,
  assignmentIds: Iterable<string>,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("assignments")
    .select(["id", "district_code"])
    .where("id", "in", anyOf(assignmentIds))
    .execute();
  return new Map(rows.map((row) => [row.id, row.district_code]));
}

/** When each author last made something of these submissions that was stored: `submission/author`. */
export async function readNewestMade(
  db: Db,
  submissionIds: Iterable<string>,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("versions")
    .innerJoin("submissions", "submissions.number", "versions.submission_number")
    .select(({ fn }) => ["submissions.id", "author_id", fn.max("made_at").as("made_at")])
    .where("submissions.id", "in", anyOf(submissionIds))
    .groupBy(["submissions.id", "author_id"])
    .execute();
  return new Map(rows.map((row) => [`${row.id}/${row.author_id}`, row.made_at]));
}

/** Notes what became of a kept mutation. @returns false when that was noted before */
export async function addKeptAnswer(tx: Db, row: Schema["kept_answers"]): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("kept_answers")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows !== 0n;
}

/** By mutation id, for the feed; attempts are nobody's news. */
export async function readKeptAnswers(
  db: Db,
  mutationIds: Iterable<string>,
): Promise<KeptAnswer[]> {
  const rows = await db
    .selectFrom("kept_answers")
    .innerJoin("people", "people.id", "kept_answers.by_id")
    .select(["mutation_id", "state", "note", "people.display_name", "at"])
    .where("mutation_id", "in", anyOf(mutationIds))
    .orderBy("at")
    .execute();
  return rows.flatMap(({ mutation_id: mutationId, state, note, display_name: byName, at }) =>
    state === "attempt" ? [] : [{ mutationId, state, note, byName, at }],
  );
}
