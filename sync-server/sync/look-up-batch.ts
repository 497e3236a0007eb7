import type { Assignment } from "../../shared/assignment.ts";
import type { Mutation } from "../../shared/push.ts";
import { readAssignments } from "../store/assignments.ts";
import {
  readMutations,
  readSubmissionHeads,
  readVersions,
  readWaiting,
  type StoredMutation,
  type SubmissionHead,
  type VersionContent,
  type VersionKey,
} from "../store/batch-reads.ts";
import { type Arrivals, readArrivals } from "../store/file-arrivals.ts";
import type { Db } from "../store/open.ts";
import { readAuthors } from "../store/people.ts";
import { parseMutation } from "../stored-json.ts";

/** A mutation that waited for something this batch may bring. */
export type Waiting = { mutation: Mutation; vouched: boolean; deviceId: string | null };

export type LookedUp = {
  mutations: StoredMutation[];
  waiting: Waiting[];
  authors: Awaited<ReturnType<typeof readAuthors>>;
  assignments: Assignment[];
  submissions: SubmissionHead[];
  versions: VersionContent[];
  arrivals: Arrivals;
};

/** Fetches all that a batch, and whatever waits for it, can touch: a few statements, not a few each. */
export async function lookUpBatch(tx: Db, batch: readonly Mutation[]): Promise<LookedUp> {
  const submissionIds = new Set(batch.map((mutation) => mutation.submissionId));
  const waitingRows = await readWaiting(tx, submissionIds);
  const waiting = waitingRows.map(asWaiting);
  const all = [...batch, ...waiting.map(({ mutation }) => mutation)];

  const mutations = await readReferred(tx, waitingRows, all);
  const submissions = await readSubmissionHeads(tx, submissionIds);
  const versions = neededVersions(all, submissions, mutations);
  const withFiles = all.filter(({ attachments }) => attachments.length > 0);
  return {
    mutations,
    waiting,
    authors: await readAuthors(tx, new Set(all.map((mutation) => mutation.authorId))),
    assignments: await readAssignments(tx, {
      ids: new Set(all.map((mutation) => mutation.assignmentId)),
      reportIds: submissionIds,
    }),
    submissions,
    versions: versions.length === 0 ? [] : await readVersions(tx, versions),
    arrivals:
      withFiles.length === 0
        ? { has: () => false }
        : await readArrivals(tx, new Set(all.map(({ submissionId }) => submissionId))),
  };
}

/** The batch's own ids, what they were made from, and what that was merged against in turn. */
async function readReferred(
  tx: Db,
  waitingRows: StoredMutation[],
  all: readonly Mutation[],
): Promise<StoredMutation[]> {
  const rows = new Map(waitingRows.map((row) => [row.mutation_id, row]));
  const asked = new Set(rows.keys());
  let wanted = all.flatMap(({ mutationId, baseMutationId }) => [mutationId, baseMutationId]);
  for (;;) {
    const missing = wanted.filter((id) => id !== undefined && id !== null && !asked.has(id));
    if (missing.length === 0) return [...rows.values()];
    const ids = missing.filter((id) => typeof id === "string");
    const found = await readMutations(tx, ids);
    for (const id of ids) asked.add(id);
    for (const row of found) rows.set(row.mutation_id, row);
    wanted = found.map((row) => row.base_mutation_id ?? undefined);
  }
}

/**
 * Contents that a merge could ask for. None for the usual mutation, which is the only one of its
 * submission and made from its newest version.
 */
function neededVersions(
  all: readonly Mutation[],
  submissions: SubmissionHead[],
  rows: StoredMutation[],
): VersionKey[] {
  const heads = new Map(submissions.map(({ id, version }) => [id, version]));
  const counts = new Map<string, number>();
  for (const { submissionId } of all) {
    counts.set(submissionId, (counts.get(submissionId) ?? 0) + 1);
  }
  const disputed = new Set(
    all
      .filter(
        ({ submissionId, baseVersion, baseMutationId }) =>
          heads.has(submissionId) &&
          (counts.get(submissionId) !== 1 ||
            baseMutationId !== undefined ||
            baseVersion !== heads.get(submissionId)),
      )
      .map(({ submissionId }) => submissionId),
  );
  const keys: VersionKey[] = [];
  const add = (submissionId: string, version: number | null | undefined) => {
    if (version && disputed.has(submissionId)) keys.push({ submissionId, version });
  };
  for (const id of disputed) add(id, heads.get(id));
  for (const mutation of all) add(mutation.submissionId, mutation.baseVersion);
  for (const row of rows) {
    add(row.submission_id, row.version);
    add(row.submission_id, row.base_version);
  }
  return keys;
}

function asWaiting(row: StoredMutation): Waiting {
  return {
    mutation: parseMutation(row.payload ?? ""),
    vouched: row.vouched === 1,
    deviceId: row.device_id,
  };
}
