import type { Area } from "../../shared/area.ts";
import type { Assignment } from "../../shared/assignment.ts";
import type { Attachment, MediaType } from "../../shared/attachment.ts";
import type { Json } from "../../shared/canonical-json.ts";
import type { FiscalYear } from "../../shared/fiscal-year.ts";
import type { KeptAnswer } from "../../shared/kept.ts";
import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { Person, RescueKey } from "../../shared/person.ts";
import type { BudgetFigure, Put } from "../../shared/pull.ts";
import type { Mutation, Receipt } from "../../shared/push.ts";
import type { Epoch, Instant, Seq, Sha256 } from "../../shared/scalars.ts";
import type {
  StoredSubmission,
  SubmissionContent,
  SubmissionKind,
} from "../../shared/submission.ts";

/** An edit in progress. One person has at most one draft of a submission. */
export type DraftRow = {
  authorId: string;
  submissionId: string;
  kind: SubmissionKind;
  assignmentId: string;
  /** As it was when the draft was started: the form opens and is checked even after a revocation (O9). */
  assignment: Assignment;
  baseVersion: number;
  baseEpoch?: Epoch;
  baseMutationId?: string;
  /** What the edit started from: shown beside it, and "เดิม" of a conflict card. */
  base: SubmissionContent;
  /** What the form holds; may be incomplete. null: the area record is to be removed. */
  body: Json;
  /** Exactly what stands in a field that cannot be read yet ("12,00"), by field path. */
  typed: Record<string, string>;
  attachments: Attachment[];
  /** Where in the form the person was; the form's own words. */
  place: string;
  /** Rises with every saved edit of the form, so that a stale window overwrites nothing. */
  revision: number;
  updatedAt: Instant;
  /** The conflict or held mutation that this draft answers; handled once the draft is submitted. */
  answers?: string;
};

/** A table pasted for the area records of an assignment (R38), as it stands until it is taken over. */
export type PastedTextRow = {
  authorId: string;
  assignmentId: string;
  text: string;
  /** As of a draft. */
  revision: number;
  updatedAt: Instant;
};

/** A mutation that is not settled. Rows leave only by `settle` or `takeBack` (O3, O4). */
export type OutboxRow = {
  /** Order of submitting on this tablet; given by the database, kept when offered again. */
  order: number;
  mutationId: string;
  submissionId: string;
  assignmentId: string;
  authorId: string;
  assignment: Assignment;
  mutation: Mutation;
  base: SubmissionContent;
  /** As in the draft it was. */
  answers?: string;
  queuedAt: Instant;
  /** Set before the first request that carries it: from then on it cannot be recalled. */
  sentOnce: boolean;
  /** `waiting`: the server has it, but not yet what it was made from. */
  state: "ready" | "waiting";
  /** Why the server would not even take a request with this mutation in it (P10). */
  problem?: { code: string; at: Instant };
  /** It was answered before, and a person has dealt with that answer (only when offered again, O11). */
  handled?: boolean;
};

/** A mutation and the server's word on it; kept until it is in a backup of the server (O10). */
export type SettledRow = {
  mutationId: string;
  order: number;
  submissionId: string;
  assignmentId: string;
  authorId: string;
  assignment: Assignment;
  mutation: Mutation;
  base: SubmissionContent;
  answers?: string;
  receipt: Exclude<Receipt, { outcome: "waiting" }>;
  settledAt: Instant;
  epoch: Epoch;
  /** Its own seq, or for a conflict and a held one the server's head when it answered. */
  seq: Seq;
  /** 1: a conflict or a held mutation that nobody has dealt with. A number, because it is indexed. */
  needsCare: 0 | 1;
};

/** Bytes of an attachment. An ArrayBuffer: some engines lose stored Blobs. */
export type FileRow = {
  sha256: Sha256;
  bytes: ArrayBuffer;
  sizeBytes: number;
  mediaType: MediaType;
  addedAt: Instant;
  thumbnail?: ArrayBuffer;
};

/** One file on its way to one submission. */
export type UploadRow = {
  submissionId: string;
  sha256: Sha256;
  authorId: string;
  name: string;
  mediaType: MediaType;
  sizeBytes: number;
  state: "waiting" | "sending" | "done" | "refused";
  uploadUrl?: string;
  /** Bytes the server has, as far as this tablet knows. */
  offset: number;
  /** Why it was refused: a code of SyncError, or `bytes-missing`. */
  reason?: string;
  queuedAt: Instant;
  /** The server life that has it whole … */
  epoch?: Epoch;
  /** … and its head at the next contact: a backup that has come so far has the file too (O10). */
  seq?: Seq;
};

/** A row of the mirror: what `unit` may see, under the id the feed knows it by. */
export type Mirrored<T> = T & { unit: OrgUnitCode; id: string };

export type AssignmentRow = Mirrored<Assignment>;
export type SubmissionRow = Mirrored<StoredSubmission>;
export type AreaRow = Mirrored<Area>;
export type BudgetFigureRow = Mirrored<BudgetFigure>;
export type FiscalYearRow = Mirrored<{ fiscalYear: FiscalYear; open: boolean }>;

export type KeptAnswerRow = Mirrored<KeptAnswer>;

/** A put this version of the app cannot read, kept for the one that can (D3). */
export type UnknownPutRow = { unit: OrgUnitCode; type: string; id: string; raw: Put };

/** How far the mirror of a unit is. */
export type CursorRow = {
  unit: OrgUnitCode;
  cursor: string;
  pulledAt: Instant;
  /** The life of the server that numbered the versions in that mirror. */
  epoch: Epoch;
};

/** Someone who signed in on this tablet; stays after signing out (O9). */
export type PersonRow = Person & { lastHereAt: Instant; expiresAt: Instant; demo: boolean };

/** What a person shows this tablet to come back to it without signal; opens nothing at the server. */
export type PinRow = {
  personId: string;
  /** Hexadecimal digits, as is the hash. */
  salt: string;
  iterations: number;
  hash: string;
  /** Wrong ones since the last right one; counted before they are checked. */
  failures: number;
  failedAt: Instant;
};

/** Room that is taken now, to be given to what is typed once there is no other. */
export type ReserveRow = { id: "text"; bytes: ArrayBuffer };

/** The one row of what this tablet knows of itself and the server. */
export type SettingsRow = {
  id: "tablet";
  deviceId: string;
  personId: string | null;
  /** Who signed in with a password last: whose cookie the browser carries. null: nobody's. */
  sessionOf: string | null;
  theme: "system" | "light" | "dark" | "sunlight";
  language: "th" | "en";
  fiscalYear: FiscalYear | null;
  /** The form that is open; absent in settings of before it was noted. */
  openForm?: { personId: string; path: string } | null;
  /** Answer of `navigator.storage.persist()`; null before it was asked for. */
  persisted: boolean | null;
  lastSyncAt: Instant | null;
  /** By how much this tablet's clock was ahead of the server's when they last spoke. */
  clockAheadMs: number | null;
  /** How fast files left, the last time some did. */
  uploadSpeed: { bytesPerSecond: number; measuredAt: Instant } | null;
  epoch: Epoch | null;
  headSeq: Seq;
  backedUpSeq: Seq;
  /** What seals this tablet's rescue files; null before anyone signed in. */
  rescue: RescueKey | null;
};
