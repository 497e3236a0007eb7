import { merge, nothing } from "../../shared/merge.ts";
import type { HeldReason, Mutation, Receipt, StoredReceipt } from "../../shared/push.ts";
import { mayReport } from "../../shared/role.ts";
import { same } from "../../shared/same.ts";
import type { SubmissionContent } from "../../shared/submission.ts";
import { checkSubmission } from "../../shared/submission-rules.ts";
import type { Base, Decision, Known, KnownAssignment, KnownMutation } from "./known.ts";
import { readAttachments } from "./read-attachments.ts";

/**
 * Decides one mutation (R1–R3, R6). Pure: no clock, no database, no I/O.
 *
 * The order of the questions is part of the law: what was decided before stays decided (R1), and
 * who may not write learns nothing of what there is (R2).
 */
export function reconcile(mutation: Mutation, known: Known): Decision {
  const { earlier } = known;
  if (earlier && earlier.hash !== mutation.hash) return hold(mutation, known, "id-reused");
  if (isFinal(earlier)) {
    return { receipt: earlier.receipt, base: earlier.base };
  }

  const permitted = permit(mutation, known);
  if ("receipt" in permitted) return permitted;
  const { assignment } = permitted;

  const attachments = readAttachments(mutation.attachments);
  if (!attachments.ok) return hold(mutation, known, "invalid", attachments.error);
  const content = { body: mutation.body, attachments: attachments.value };
  const checked = checkSubmission(mutation.kind, content, assignment);
  if (!checked.ok) return hold(mutation, known, "invalid", checked.error);

  const base = findBase(mutation, known);
  if ("for" in base) {
    return {
      receipt: { mutationId: mutation.mutationId, outcome: "waiting", ...base },
      base: knownBase(mutation, known),
    };
  }
  return apply({ mutation, known, base, said: checked.value, assignment });
}

/** R2, and what follows from where the mutation would go: none of it looks at the content. */
function permit(mutation: Mutation, known: Known): Decision | { assignment: KnownAssignment } {
  const { author, assignment, submission } = known;
  if (!author || author.suspended || !mayReport(author.role) || !known.vouched) {
    return hold(mutation, known, "unknown-author");
  }
  if (!assignment || assignment.districtCode !== author.unit)
    return hold(mutation, known, "not-assigned");

  const misplaced = submission
    ? submission.kind !== mutation.kind || submission.assignmentId !== assignment.id
    : mutation.kind === "report";
  if (misplaced) return hold(mutation, known, "invalid", [{ path: "submissionId" }]);

  const { predecessor } = known;
  if (predecessor && predecessor.submissionId !== mutation.submissionId) {
    return hold(mutation, known, "invalid", [{ path: "baseMutationId" }]);
  }
  if (!assignment.open) return hold(mutation, known, "project-closed");
  return submission?.locked ? hold(mutation, known, "locked") : { assignment };
}

type Waits = { for: { mutationId: string } | { version: number } };

/** What the mutation is merged against, or what has to arrive first. */
function findBase(mutation: Mutation, known: Known): Base | Waits {
  const { baseMutationId } = mutation;
  const { predecessor } = known;
  if (baseMutationId !== undefined && !isFinal(predecessor)) {
    return { for: { mutationId: baseMutationId } };
  }
  const base = knownBase(mutation, known);
  const waits = "version" in base && base.version > (known.submission?.version ?? 0);
  return waits ? { for: base } : base;
}

/**
 * A predecessor that was not applied (conflict, held) left the server's content as it was, so its
 * follower is merged against what the predecessor itself was made from: otherwise what both of them
 * changed would look unchanged, and vanish. While the predecessor is unknown, `baseVersion` stands
 * in: an older base can only find more conflicts. So does nothing at all as a base, where the
 * number is of a life before a restore and may stand for another content by now.
 */
function knownBase(mutation: Mutation, { predecessor, epoch }: Known): Base {
  const { baseMutationId, baseVersion, baseEpoch = epoch } = mutation;
  if (baseMutationId === undefined || !isFinal(predecessor)) {
    return { version: baseEpoch === epoch ? baseVersion : 0 };
  }
  return isStored(predecessor.receipt) ? { mutationId: baseMutationId } : predecessor.base;
}

function isFinal(seen: KnownMutation | undefined): seen is KnownMutation {
  return seen !== undefined && seen.receipt.outcome !== "waiting";
}

type Applying = {
  mutation: Mutation;
  known: Known;
  base: Base;
  said: SubmissionContent;
  assignment: KnownAssignment;
};

/** R3: the next version, as it came or merged; or a conflict, and nothing is overwritten. */
function apply(applying: Applying): Decision {
  const { mutation, known, base, said, assignment } = applying;
  const { submission } = known;
  if (!submission || isCurrent(base, known)) return store(applying, said);

  const current = { version: submission.version };
  const theirs = known.contentOf(current);
  const from = "version" in base && base.version === 0 ? nothing : known.contentOf(base);
  const merged = merge(mutation.kind, { base: from, mine: said, theirs });
  const conflict = (fields: string[]): Decision => ({
    receipt: {
      mutationId: mutation.mutationId,
      outcome: "conflict",
      // The copy the server keeps is the mutation itself.
      conflictId: mutation.mutationId,
      current: { ...current, ...theirs },
      fields,
    },
    base,
  });
  if (merged.conflicts.length > 0) return conflict(merged.conflicts);
  // Two halves that each hold the rules may break one together: then a person decides.
  const checked = checkSubmission(mutation.kind, merged.content, assignment);
  return checked.ok ? store(applying, checked.value) : conflict(pathsOf(checked.error));
}

/** Whether nobody else's version has come since the one this mutation was made from. */
function isCurrent(base: Base, { submission, predecessor }: Known): boolean {
  if ("version" in base) return base.version === submission?.version;
  const receipt = predecessor?.receipt;
  return (
    receipt?.outcome === "accepted" &&
    receipt.mutationId === base.mutationId &&
    receipt.version === submission?.version
  );
}

function store({ mutation, known, base, said }: Applying, content: SubmissionContent): Decision {
  const stored = {
    mutationId: mutation.mutationId,
    version: (known.submission?.version ?? 0) + 1,
    ...known.next,
    missingFiles: content.attachments
      .map(({ sha256 }) => sha256)
      .filter((sha256) => !known.hasArrived(sha256)),
  };
  const receipt: Receipt =
    content === said || same(content, said)
      ? { ...stored, outcome: "accepted" }
      : { ...stored, outcome: "merged", ...content };
  return { receipt, base, stored: content, said };
}

export function isStored(receipt: Receipt): receipt is StoredReceipt {
  return receipt.outcome === "accepted" || receipt.outcome === "merged";
}

function hold(
  mutation: Mutation,
  known: Known,
  reason: HeldReason,
  problems?: { path: string }[],
): Decision {
  const fields = problems && pathsOf(problems);
  return {
    receipt: {
      mutationId: mutation.mutationId,
      outcome: "held",
      reason,
      ...(fields && { fields }),
    },
    base: knownBase(mutation, known),
  };
}

function pathsOf(problems: { path: string }[]): string[] {
  return [...new Set(problems.map(({ path }) => path))];
}
