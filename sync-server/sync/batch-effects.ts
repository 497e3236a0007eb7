import type { Mutation, StoredReceipt } from "../../shared/push.ts";
import { same } from "../../shared/same.ts";
import type { Seq } from "../../shared/scalars.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import {
  announceFiles,
  keepMutations,
  keepReused,
  type MovedSubmission,
  type NewKeptMutation,
  releaseKept,
  writeSubmissions,
  writeVersions,
} from "../store/batch-writes.ts";
import { advanceFeed } from "../store/installation.ts";
import type { Db } from "../store/open.ts";
import type { AnnouncedFileRow, VersionRow } from "../store/schema.ts";
import { announcedFiles } from "./announced-files.ts";
import { isIdReused, numberOf } from "./batch-knowledge.ts";
import type { Base, Decision, Known } from "./known.ts";
import type { Carried } from "./look-up-batch.ts";
import { isStored } from "./reconcile.ts";

/** What the decisions of a batch leave behind: rows to write, collected by table. */
export type BatchEffects = {
  add(carried: Carried, decision: Decision, known: Known): void;
  rows: {
    submissions: Map<string, MovedSubmission>;
    versions: VersionRow[];
    kept: Map<string, NewKeptMutation>;
    reused: NewKeptMutation[];
    released: string[];
    announced: AnnouncedFileRow[];
  };
};

export function createBatchEffects(): BatchEffects {
  const rows: BatchEffects["rows"] = {
    submissions: new Map(),
    versions: [],
    kept: new Map(),
    reused: [],
    released: [],
    announced: [],
  };
  return {
    rows,
    add: (carried, decision, { assignment, submission, earlier }) => {
      const { mutation } = carried;
      const { mutationId, submissionId } = mutation;
      const { receipt, stored } = decision;
      rows.announced.push(...announcedFiles(mutation));
      if (isIdReused(receipt)) {
        rows.reused.push(keptRow(carried, decision));
        return;
      }
      if (!isStored(receipt) || !stored || !assignment) {
        rows.kept.set(mutationId, keptRow(carried, decision));
        return;
      }
      if (earlier) {
        // It waited, in this batch or before it.
        rows.kept.delete(mutationId);
        rows.released.push(mutationId);
      }
      const number = numberOf(submission, receipt);
      const moved = rows.submissions.get(submissionId);
      rows.submissions.set(submissionId, {
        number,
        id: submissionId,
        kind: mutation.kind,
        assignment_id: mutation.assignmentId,
        version: receipt.version,
        scope: assignment.districtCode,
        seq: receipt.seq,
        stood: moved ? moved.stood : submission?.version,
      });
      rows.versions.push(versionRow(carried, decision, { receipt, stored, number }));
    },
  };
}

/** Writes what a batch leaves behind; inside the transaction that decided it (R4). */
export async function storeEffects(
  tx: Db,
  { rows }: BatchEffects,
  seq: { before: Seq; after: Seq },
): Promise<void> {
  await writeSubmissions(tx, [...rows.submissions.values()]);
  await writeVersions(tx, rows.versions);
  await releaseKept(tx, rows.released);
  await keepMutations(tx, [...rows.kept.values()]);
  await keepReused(tx, rows.reused);
  await announceFiles(tx, rows.announced);
  if (seq.after !== seq.before) await advanceFeed(tx, seq.after);
}

function keptRow(
  { mutation, vouched, deviceId }: Carried,
  { receipt, base }: Decision,
): NewKeptMutation {
  return {
    mutation_id: mutation.mutationId,
    hash: mutation.hash,
    submission_id: mutation.submissionId,
    author_id: mutation.authorId,
    device_id: deviceId,
    vouched: vouched ? 1 : 0,
    outcome: receipt.outcome,
    ...baseColumns(mutation, base),
    receipt: JSON.stringify(receipt),
    payload: JSON.stringify(mutation),
  };
}

function versionRow(
  { mutation, deviceId }: Carried,
  { base, said }: Decision,
  applied: { receipt: StoredReceipt; stored: SubmissionContent; number: number },
): VersionRow {
  const { receipt, stored, number } = applied;
  const isMerged = receipt.outcome === "merged";
  return {
    seq: receipt.seq,
    submission_number: number,
    version: receipt.version,
    mutation_id: mutation.mutationId,
    hash: mutation.hash,
    author_id: mutation.authorId,
    device_id: deviceId,
    ...baseColumns(mutation, base),
    made_at: mutation.madeAt,
    received_at: receipt.receivedAt,
    body: JSON.stringify(stored.body),
    attachments: JSON.stringify(stored.attachments),
    missing_files: JSON.stringify(receipt.missingFiles),
    said: isMerged && said ? JSON.stringify(said) : null,
    payload: saysExactly(mutation, stored) ? null : JSON.stringify(mutation),
  };
}

function baseColumns(mutation: Mutation, base: Base) {
  return "version" in base
    ? { base_version: base.version, base_mutation_id: null }
    : { base_version: mutation.baseVersion, base_mutation_id: base.mutationId };
}

/** Whether the stored version holds every word of the mutation, so that no copy of it is needed. */
function saysExactly({ body, attachments }: Mutation, stored: SubmissionContent): boolean {
  return same(body, stored.body) && same(attachments, stored.attachments);
}
