import { same } from "../../shared/merge.ts";
import type { Mutation } from "../../shared/push.ts";
import type { Seq } from "../../shared/scalars.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import {
  announceFiles,
  keepReused,
  type MovedSubmission,
  type NewMutation,
  writeMutations,
  writeSubmissions,
  writeVersions,
} from "../store/batch-writes.ts";
import { advanceFeed } from "../store/installation.ts";
import type { Db } from "../store/open.ts";
import type { AnnouncedFileRow, VersionRow } from "../store/schema.ts";
import { announcedFiles } from "./announced-files.ts";
import { isIdReused, numberOf } from "./batch-knowledge.ts";
import type { Decision, Known } from "./known.ts";
import type { Carried } from "./look-up-batch.ts";
import { isStored } from "./reconcile.ts";

/** What the decisions of a batch leave behind: rows to write, collected by table. */
export type BatchEffects = {
  add(carried: Carried, decision: Decision, known: Known): void;
  rows: {
    mutations: Map<string, NewMutation>;
    reused: NewMutation[];
    added: Map<string, MovedSubmission>;
    moved: Map<string, MovedSubmission>;
    versions: VersionRow[];
    announced: AnnouncedFileRow[];
  };
};

export function createBatchEffects(): BatchEffects {
  const rows: BatchEffects["rows"] = {
    mutations: new Map(),
    reused: [],
    added: new Map(),
    moved: new Map(),
    versions: [],
    announced: [],
  };
  return {
    rows,
    add: (carried, decision, { assignment, submission }) => {
      const { mutation } = carried;
      const { receipt } = decision;
      const texts = decision.stored && {
        body: JSON.stringify(decision.stored.body),
        attachments: JSON.stringify(decision.stored.attachments),
      };
      const row = mutationRow(carried, decision, texts);
      if (isIdReused(receipt)) rows.reused.push(row);
      else rows.mutations.set(mutation.mutationId, row);
      rows.announced.push(...announcedFiles(mutation));
      if (!isStored(receipt) || !texts || !assignment) return;

      const { submissionId } = mutation;
      const number = numberOf(submission, receipt);
      const isNew = submission === undefined || rows.added.has(submissionId);
      (isNew ? rows.added : rows.moved).set(submissionId, {
        number,
        id: submissionId,
        kind: mutation.kind,
        assignment_id: mutation.assignmentId,
        version: receipt.version,
        scope: assignment.districtCode,
        seq: receipt.seq,
      });
      rows.versions.push({
        submission_number: number,
        version: receipt.version,
        seq: receipt.seq,
        mutation_id: mutation.mutationId,
        author_id: mutation.authorId,
        made_at: mutation.madeAt,
        received_at: receipt.receivedAt,
        ...texts,
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
    const [added, moved] = [[...rows.added.values()], [...rows.moved.values()]];
    await writeSubmissions(tx, { added, moved });
    await writeVersions(tx, rows.versions);
  }
  if (rows.mutations.size > 0) await writeMutations(tx, [...rows.mutations.values()]);
  if (rows.reused.length > 0) await keepReused(tx, rows.reused);
  if (rows.announced.length > 0) await announceFiles(tx, rows.announced);
  if (seq.after !== seq.before) await advanceFeed(tx, seq.after);
}

/** A version's content as it is stored. */
type ContentTexts = { body: string; attachments: string };

function mutationRow(
  { mutation, vouched, deviceId }: Carried,
  { receipt, base, stored, said }: Decision,
  texts: ContentTexts | undefined,
): NewMutation {
  const merged = receipt.outcome === "merged";
  return {
    mutation_id: mutation.mutationId,
    hash: mutation.hash,
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
    payload:
      stored && texts && saysExactly(mutation, stored, texts) ? null : JSON.stringify(mutation),
  };
}

/** Whether the stored version holds every word of the mutation, so that no copy of it is needed. */
function saysExactly(
  { body, attachments }: Mutation,
  stored: SubmissionContent,
  texts: ContentTexts,
): boolean {
  return (
    says(body, stored.body, texts.body) && says(attachments, stored.attachments, texts.attachments)
  );
}

/** Equal texts are equal values, and comparing texts is cheap; key order alone is no difference. */
function says(raw: unknown, stored: unknown, storedText: string): boolean {
  return JSON.stringify(raw) === storedText || same(raw, stored);
}
