import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";

/** Which files have arrived for which submissions. */
export type Arrivals = { has(submissionId: string, sha256: string): boolean };

export async function readArrivals(db: Db, submissionIds: Iterable<string>): Promise<Arrivals> {
  const rows = await db
    .selectFrom("file_arrivals")
    .select(["submission_id", "sha256"])
    .where("submission_id", "in", anyOf(submissionIds))
    .execute();
  const arrived = new Set(rows.map((row) => `${row.submission_id}/${row.sha256}`));
  return { has: (submissionId, sha256) => arrived.has(`${submissionId}/${sha256}`) };
}
