import { must } from "../../shared/invariant.ts";
import type { Mutation, Receipt } from "../../shared/push.ts";
import type { Epoch, Instant, Seq } from "../../shared/scalars.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import { parseContent, parseSaid } from "../stored-json.ts";
import type { Base, Decision, Known, KnownSubmission } from "./known.ts";
import { asApplied, asKept } from "./known-mutation.ts";
import type { LookedUp } from "./look-up-batch.ts";
import { isStored } from "./reconcile.ts";

/** What is known while a batch is decided, mutation by mutation: each decision adds to it. */
export type BatchKnowledge = {
  /** What decides this mutation now. */
  about(mutation: Mutation, vouched: boolean): Known;
  /** Takes a decision into account for everything that comes after it in the batch. */
  learn(mutation: Mutation, decision: Decision): void;
  /** The last number handed out. */
  headSeq(): Seq;
};

export function createBatchKnowledge(
  found: LookedUp,
  start: { epoch: Epoch; headSeq: Seq; receivedAt: Instant },
): BatchKnowledge {
  const mutations = new Map(
    [...found.applied.map(asApplied), ...found.kept.map(asKept)].map((one) => [
      one.receipt.mutationId,
      one,
    ]),
  );
  const submissions = new Map<string, KnownSubmission>(
    found.submissions.map((row) => [
      row.id,
      {
        number: row.number,
        kind: row.kind,
        assignmentId: row.assignment_id,
        version: row.version,
        locked: row.state === "endorsed",
      },
    ]),
  );
  const authors = new Map(
    found.authors.map((row) => [
      row.id,
      { role: row.role, unit: row.org_unit_code, suspended: row.suspended_at !== null },
    ]),
  );
  const assignments = new Map(found.assignments.map((one) => [one.id, one]));
  const contents = createContents(found);
  let headSeq = start.headSeq;

  return {
    about: (mutation, vouched) => ({
      earlier: mutations.get(mutation.mutationId),
      author: authors.get(mutation.authorId),
      vouched,
      assignment: assignments.get(mutation.assignmentId),
      submission: submissions.get(mutation.submissionId),
      predecessor: mutation.baseMutationId ? mutations.get(mutation.baseMutationId) : undefined,
      contentOf: (base) => contents.of(mutation.submissionId, base),
      hasArrived: (sha256) => found.arrivals.has(mutation.submissionId, sha256),
      epoch: start.epoch,
      next: { seq: headSeq + 1, receivedAt: start.receivedAt },
    }),

    learn: (mutation, { receipt, base, stored, said }) => {
      const { mutationId, submissionId, hash, kind, assignmentId } = mutation;
      if (isIdReused(receipt)) return;
      mutations.set(mutationId, { hash, submissionId, receipt, base });
      if (!isStored(receipt) || !stored || !said) return;
      headSeq = receipt.seq;
      submissions.set(submissionId, {
        number: numberOf(submissions.get(submissionId), receipt),
        kind,
        assignmentId,
        version: receipt.version,
        locked: false,
      });
      contents.add({ submissionId, version: receipt.version, stored, mutationId, said });
    },

    headSeq: () => headSeq,
  };
}

/** An area record is numbered by the seq of its first version, which nothing else has. */
export function numberOf(known: KnownSubmission | undefined, first: { seq: Seq }): number {
  return known?.number ?? first.seq;
}

export function isIdReused(receipt: Receipt): boolean {
  return receipt.outcome === "held" && receipt.reason === "id-reused";
}

/** Contents of versions and of applied mutations; parsed when asked for, which is rare. */
function createContents(found: LookedUp) {
  const key = (submissionId: string, version: number) => `${submissionId}/${version}`;
  const stored = new Map<string, () => SubmissionContent>();
  const said = new Map<string, () => SubmissionContent>();
  for (const row of found.versions) {
    stored.set(key(row.submission_id, row.version), () => parseContent(row));
  }
  for (const row of found.applied) {
    // Not merged: what it said is the version it became.
    said.set(row.mutation_id, () => (row.said === null ? parseContent(row) : parseSaid(row.said)));
  }

  return {
    of: (submissionId: string, base: Base): SubmissionContent => {
      const content =
        "version" in base ? stored.get(key(submissionId, base.version)) : said.get(base.mutationId);
      return must(content, "the content of a base in question")();
    },
    add: (added: {
      submissionId: string;
      version: number;
      stored: SubmissionContent;
      mutationId: string;
      said: SubmissionContent;
    }) => {
      stored.set(key(added.submissionId, added.version), () => added.stored);
      said.set(added.mutationId, () => added.said);
    },
  };
}
