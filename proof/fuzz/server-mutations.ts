import type { Receipt } from "../../shared/push.ts";
import type { Db } from "../../sync-server/store/open.ts";
import { asApplied, asKept } from "../../sync-server/sync/known-mutation.ts";

/** A mutation as the server's database has it. */
type ServerMutation = { authorId: string; hash: string; submissionId: string; receipt: Receipt };

/** Every mutation that owns its id, whatever became of it. */
export async function readMutations(db: Db): Promise<ServerMutation[]> {
  const applied = await db
    .selectFrom("versions")
    .innerJoin("submissions", "submissions.number", "versions.submission_number")
    .selectAll("versions")
    .select("submissions.id as submission_id")
    .execute();
  const kept = await db.selectFrom("kept_mutations").selectAll().where("owns_id", "=", 1).execute();
  return [
    ...applied.map((row) => ({ ...asApplied(row), authorId: row.author_id })),
    ...kept.map((row) => ({ ...asKept(row), authorId: row.author_id })),
  ];
}
