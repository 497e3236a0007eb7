import type { Mutation } from "../../shared/push.ts";
import type { Epoch } from "../../shared/scalars.ts";
import { readAssignmentRules, readReportOwners } from "../store/assignments.ts";
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
import type { KnownAssignment } from "./known.ts";

/** A mutation, who brought it, and whether they could speak for its author. */
export type Carried = { mutation: Mutation; vouched: boolean; deviceId: string | null };

export type LookedUp = {
  mutations: StoredMutation[];
  waiting: Carried[];
  authors: Awaited<ReturnType<typeof readAuthors>>;
  assignments: KnownAssignment[];
  /** By submission id: the assignment whose one report it is. */
  reportOf: Map<string, string>;
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

  const mutations = await readReferred(tx, waitingRows, all);
  const submissions = await readSubmissionHeads(tx, submissionIds);
  const versions = neededVersions({ all, submissions, rows: mutations, epoch });
  const assignments = await readAssignmentRules(tx, new Set(all.map((one) => one.assignmentId)));
  const withFiles = all.filter(({ attachments }) => attachments.length > 0);
  return {
    mutations,
    waiting,
    authors: await readAuthors(tx, new Set(all.map((mutation) => mutation.authorId))),
    assignments,
    reportOf: await readReportOf(tx, submissionIds, assignments),
    submissions,
    versions: versions.length === 0 ? [] : await readVersions(tx, versions),
    arrivals:
      withFiles.length === 0
        ? { has: () => false }
        : await readArrivals(tx, new Set(all.map(({ submissionId }) => submissionId))),
  };
}

/** Most submissions are the reports of assignments that are known already: only the rest is asked for. */
async function readReportOf(
  tx: Db,
  submissionIds: ReadonlySet<string>,
  assignments: readonly KnownAssignment[],
): Promise<Map<string, string>> {
  const owners = new Map(assignments.map(({ reportId, id }) => [reportId, id]));
  const others = [...submissionIds].filter((id) => !owners.has(id));
  if (others.length === 0) return owners;
  for (const { reportId, assignmentId } of await readReportOwners(tx, others)) {
    owners.set(reportId, assignmentId);
  }
  return owners;
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
function neededVersions({
  all,
  submissions,
  rows,
  epoch,
}: {
  all: readonly Mutation[];
  submissions: SubmissionHead[];
  rows: StoredMutation[];
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

function asWaiting(row: StoredMutation): Carried {
  return {
    mutation: parseMutation(row.payload ?? ""),
    vouched: row.vouched === 1,
    deviceId: row.device_id,
  };
}
