import type { AssignmentRules } from "../../shared/assignment.ts";
import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { Receipt } from "../../shared/push.ts";
import type { Role } from "../../shared/role.ts";
import type { Epoch, Instant, Seq, Sha256 } from "../../shared/scalars.ts";
import type { SubmissionContent, SubmissionKind } from "../../shared/submission.ts";

/** What a mutation is merged against: a stored version (0: nothing), or what an applied mutation said. */
export type Base = { version: number } | { mutationId: string };

/** A mutation the server has seen, and what became of it. */
export type KnownMutation = {
  hash: Sha256;
  submissionId: string;
  receipt: Receipt;
  /** What it was merged against itself; of use while it was not applied. */
  base: Base;
};

export type KnownAuthor = { role: Role; unit: OrgUnitCode; suspended: boolean };

export type KnownSubmission = {
  /** What its versions are stored under. */
  number: number;
  kind: SubmissionKind;
  assignmentId: string;
  /** Its newest version; 0 while a report is only assigned. */
  version: number;
  /** Endorsed: nothing changes it any more. */
  locked: boolean;
};

export type KnownAssignment = AssignmentRules & {
  id: string;
  /** Neither it nor its fiscal year is closed. */
  open: boolean;
};

/** All that decides one mutation. Whoever asks looks it up before, so that reconcile stays pure. */
export type Known = {
  /** What became of this mutation's id before. */
  earlier: KnownMutation | undefined;
  author: KnownAuthor | undefined;
  /** Whether the one who carries it may speak for its author. */
  vouched: boolean;
  assignment: KnownAssignment | undefined;
  /** Every report that may be written is known; an area record is from its first version on. */
  submission: KnownSubmission | undefined;
  /** The mutation that `baseMutationId` names. */
  predecessor: KnownMutation | undefined;
  /** Content by what it is named by; asked only for what is known to be stored. */
  contentOf(base: Base): SubmissionContent;
  hasArrived(sha256: Sha256): boolean;
  /** Of this life of the server; another's versions may be numbered otherwise. */
  epoch: Epoch;
  /** What a stored version is given. */
  next: { seq: Seq; receivedAt: Instant };
};

export type Decision = {
  receipt: Receipt;
  base: Base;
  /** What the next version says; absent where nothing is stored. */
  stored?: SubmissionContent;
  /** What the mutation itself said, in stored form, once it is known to hold the rules. */
  said?: SubmissionContent;
};
