import type { Receipt } from "../../shared/push.ts";
import { asApplied, asKept } from "../../sync-server/sync/known-mutation.ts";
import type { World } from "./world.ts";

/** A mutation as the server's database has it. */
type ServerMutation = { authorId: string; hash: string; submissionId: string; receipt: Receipt };

/** Every mutation that owns its id, whatever became of it. */
export async function readMutations({ server: { store } }: World): Promise<ServerMutation[]> {
  const applied = await store.reader
    .selectFrom("versions")
    .innerJoin("submissions", "submissions.number", "versions.submission_number")
    .selectAll("versions")
    .select("submissions.id as submission_id")
    .execute();
  const kept = await store.reader
    .selectFrom("kept_mutations")
    .selectAll()
    .where("owns_id", "=", 1)
    .execute();
  return [
    ...applied.map((row) => ({ ...asApplied(row), authorId: row.author_id })),
    ...kept.map((row) => ({ ...asKept(row), authorId: row.author_id })),
  ];
}
