import type { Mutation } from "../../shared/push.ts";
import type { Epoch } from "../../shared/scalars.ts";
import { readAssignmentRules } from "../store/assignment-rules.ts";
import {
  type AppliedMutation,
  type KeptMutation,
  readApplied,
  readKept,
  readSubmissionHeads,
  readVersions,
  readWaiting,
  type SubmissionHead,
  type VersionContent,
  type VersionKey,
} from "../store/batch-reads.ts";
import { type Arrivals, readArrivals } from "../store/file-arrivals.ts";
import type { Db } from "../store/open.ts";
import { readAuthors } from "../store/people.ts";
import { parseMutation } from "../stored-json.ts";
import type { KnownAssignment } from "./known.ts";

/** A mutation, who brought it, and whether they could speak for its author. */
export type Carried = { mutation: Mutation; vouched: boolean; deviceId: string | null };

/** Mutations that came before: those that became versions, and those that did not. */
type Seen = { applied: AppliedMutation[]; kept: KeptMutation[] };

export type LookedUp = Seen & {
  waiting: Carried[];
  authors: Awaited<ReturnType<typeof readAuthors>>;
  assignments: KnownAssignment[];
  submissions: SubmissionHead[];
  versions: VersionContent[];
  arrivals: Arrivals;
};

/** Fetches all that a batch, and whatever waits for it, can touch: a few statements, not a few each. */
export async function lookUpBatch(
  tx: Db,
  batch: readonly Mutation[],
  epoch: Epoch,
): Promise<LookedUp> {
  const submissionIds = new Set(batch.map((mutation) => mutation.submissionId));
  const waitingRows = await readWaiting(tx, submissionIds);
  const waiting = waitingRows.map(asWaiting);
  const all = [...batch, ...waiting.map(({ mutation }) => mutation)];

  const { applied, kept } = await readSeen(tx, waitingRows, all);
  const submissions = await readSubmissionHeads(tx, submissionIds);
  const versions = neededVersions({ all, submissions, kept, epoch });
  const withFiles = all.filter(({ attachments }) => attachments.length > 0);
  return {
    applied,
    kept,
    waiting,
    authors: await readAuthors(tx, new Set(all.map((mutation) => mutation.authorId))),
    assignments: await readAssignmentRules(
      tx,
      new Set(all.map((one) => one.assignmentId)),
      submissions,
    ),
    submissions,
    versions: versions.length === 0 ? [] : await readVersions(tx, versions),
    arrivals:
      withFiles.length === 0
        ? { has: () => false }
        : await readArrivals(tx, new Set(all.map(({ submissionId }) => submissionId))),
  };
}

/** The batch's own ids, what they were made from, and what that was merged against in turn. */
async function readSeen(
  tx: Db,
  waitingRows: KeptMutation[],
  all: readonly Mutation[],
): Promise<Seen> {
  const seen: Seen = { applied: [], kept: [...waitingRows] };
  const asked = new Set(waitingRows.map((row) => row.mutation_id));
  let wanted = new Set(
    all.flatMap(({ mutationId, baseMutationId = mutationId }) => [mutationId, baseMutationId]),
  );
  for (;;) {
    const missing = [...wanted].filter((id) => !asked.has(id));
    if (missing.length === 0) return seen;
    for (const id of missing) asked.add(id);
    const kept = await readKept(tx, missing);
    seen.kept.push(...kept);
    seen.applied.push(...(await readApplied(tx, missing)));
    wanted = new Set(kept.flatMap((row) => row.base_mutation_id ?? []));
  }
}

/**
 * Contents that a merge could ask for. None for the usual mutation, which is the only one of its
 * submission and made from its newest version.
 */
function neededVersions({
  all,
  submissions,
  kept,
  epoch,
}: {
  all: readonly Mutation[];
  submissions: SubmissionHead[];
  kept: KeptMutation[];
  epoch: Epoch;
}): VersionKey[] {
  const heads = new Map(submissions.map(({ id, version }) => [id, version]));
  const counts = new Map<string, number>();
  for (const { submissionId } of all) {
    counts.set(submissionId, (counts.get(submissionId) ?? 0) + 1);
  }
  const disputed = new Set(
    all
      .filter(
        ({ submissionId, baseVersion, baseEpoch = epoch, baseMutationId }) =>
          heads.has(submissionId) &&
          (counts.get(submissionId) !== 1 ||
            baseMutationId !== undefined ||
            baseEpoch !== epoch ||
            baseVersion !== heads.get(submissionId)),
      )
      .map(({ submissionId }) => submissionId),
  );
  const keys: VersionKey[] = [];
  const add = (submissionId: string, version: number | undefined) => {
    if (version && disputed.has(submissionId)) keys.push({ submissionId, version });
  };
  for (const id of disputed) add(id, heads.get(id));
  for (const mutation of all) add(mutation.submissionId, mutation.baseVersion);
  for (const row of kept) add(row.submission_id, row.base_version);
  return keys;
}

function asWaiting(row: KeptMutation): Carried {
  return {
    mutation: parseMutation(row.payload),
    vouched: row.vouched === 1,
    deviceId: row.device_id,
  };
}
