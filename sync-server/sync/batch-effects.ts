import type { Assignment } from "../../shared/assignment.ts";
import { same } from "../../shared/merge.ts";
import type { Mutation } from "../../shared/push.ts";
import type { Seq } from "../../shared/scalars.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import {
  announceFiles,
  writeMutations,
  writeSubmissions,
  writeVersions,
} from "../store/batch-writes.ts";
import { type NumberedChange, writeChanges } from "../store/changes.ts";
import { advanceFeed } from "../store/installation.ts";
import type { Db } from "../store/open.ts";
import type { AnnouncedFileRow, MutationRow, SubmissionRow, VersionRow } from "../store/schema.ts";
import { isIdReused } from "./batch-knowledge.ts";
import type { Decision } from "./known.ts";
import type { Waiting } from "./look-up-batch.ts";
import { readAttachments } from "./read-attachments.ts";
import { isStored } from "./reconcile.ts";

/** What the decisions of a batch leave behind: rows to write, collected by table. */
export type BatchEffects = {
  add(carried: Waiting, decision: Decision, assignment: Assignment | undefined): void;
  rows: {
    mutations: Map<string, MutationRow>;
    submissions: Map<string, Omit<SubmissionRow, "review_id">>;
    versions: VersionRow[];
    changes: Map<string, NumberedChange>;
    announced: AnnouncedFileRow[];
  };
};

export function createBatchEffects(): BatchEffects {
  const rows: BatchEffects["rows"] = {
    mutations: new Map(),
    submissions: new Map(),
    versions: [],
    changes: new Map(),
    announced: [],
  };
  return {
    rows,
    add: (carried, decision, assignment) => {
      const { mutation } = carried;
      const content = decision.stored && textOf(decision.stored);
      rows.mutations.set(`${mutation.mutationId}/${mutation.hash}`, mutationRow(carried, decision));
      rows.announced.push(...announcedFiles(mutation));
      const { receipt } = decision;
      if (!isStored(receipt) || !content || !assignment) return;
      const { submissionId } = mutation;
      rows.submissions.set(submissionId, {
        id: submissionId,
        kind: mutation.kind,
        assignment_id: mutation.assignmentId,
        version: receipt.version,
      });
      rows.versions.push({
        submission_id: submissionId,
        version: receipt.version,
        seq: receipt.seq,
        mutation_id: mutation.mutationId,
        author_id: mutation.authorId,
        made_at: mutation.madeAt,
        received_at: receipt.receivedAt,
        ...content,
      });
      rows.changes.set(submissionId, {
        scope: assignment.districtCode,
        type: "submission",
        id: submissionId,
        removed: false,
        seq: receipt.seq,
      });
    },
  };
}

/** Writes what a batch leaves behind; inside the transaction that decided it (R4). */
export async function storeEffects(
  tx: Db,
  { rows }: BatchEffects,
  seq: { before: Seq; after: Seq },
): Promise<void> {
  if (rows.versions.length > 0) {
    await writeSubmissions(tx, [...rows.submissions.values()]);
    await writeVersions(tx, rows.versions);
    await writeChanges(tx, [...rows.changes.values()]);
  }
  if (rows.mutations.size > 0) await writeMutations(tx, [...rows.mutations.values()]);
  if (rows.announced.length > 0) await announceFiles(tx, rows.announced);
  if (seq.after !== seq.before) await advanceFeed(tx, seq.after);
}

type ContentText = { body: string; attachments: string };

function textOf(content: { body: unknown; attachments: unknown[] }): ContentText {
  return {
    body: JSON.stringify(content.body),
    attachments: JSON.stringify(content.attachments),
  };
}

function mutationRow(
  { mutation, vouched, deviceId }: Waiting,
  { receipt, base, stored, said }: Decision,
): MutationRow {
  const merged = receipt.outcome === "merged";
  return {
    mutation_id: mutation.mutationId,
    hash: mutation.hash,
    owns_id: isIdReused(receipt) ? 0 : 1,
    submission_id: mutation.submissionId,
    author_id: mutation.authorId,
    device_id: deviceId,
    vouched: vouched ? 1 : 0,
    outcome: receipt.outcome,
    version: isStored(receipt) ? receipt.version : null,
    base_version: "version" in base ? base.version : mutation.baseVersion,
    base_mutation_id: "mutationId" in base ? base.mutationId : null,
    receipt: JSON.stringify(receipt),
    said: merged && said ? JSON.stringify(said satisfies SubmissionContent) : null,
    payload: stored && saysExactly(mutation, stored) ? null : JSON.stringify(mutation),
  };
}

/** Whether the stored version holds every word of the mutation, so that no copy of it is needed. */
function saysExactly({ body, attachments }: Mutation, stored: SubmissionContent): boolean {
  return same(body, stored.body) && same(attachments, stored.attachments);
}

function announcedFiles({ submissionId, attachments }: Mutation): AnnouncedFileRow[] {
  if (attachments.length === 0) return [];
  const read = readAttachments(attachments);
  if (!read.ok) return [];
  return read.value.map(({ sha256, sizeBytes, mediaType, name }) => ({
    submission_id: submissionId,
    sha256,
    size_bytes: sizeBytes,
    media_type: mediaType,
    name,
  }));
}
