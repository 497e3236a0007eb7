import { expect, test } from "vitest";
import type { Review } from "../../shared/submission.ts";
import {
  aMutation,
  anAssignment,
  anAttachment,
  anId,
  aReview,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import {
  journeyOf,
  notReported,
  type StateSources,
  type SubmissionState,
  submissionStates,
} from "./report-state.ts";
import type { DraftRow, OutboxRow, SettledRow, SubmissionRow, UploadRow } from "./rows.ts";
import { EPOCH, NOW } from "./test-db.ts";

const ID = anId();
const nothing = { body: null, attachments: [] };
const shared = {
  submissionId: ID,
  assignmentId: anId(),
  authorId: anId(),
  assignment: anAssignment(),
  base: nothing,
};

const aDraft = (): DraftRow => ({
  ...shared,
  kind: "report",
  baseVersion: 0,
  body: {},
  typed: {},
  attachments: [],
  place: "",
  revision: 0,
  updatedAt: NOW,
});
const aQueued = (fields: Partial<OutboxRow> = {}): OutboxRow => ({
  ...shared,
  order: 1,
  mutationId: "m1",
  mutation: aMutation({ submissionId: ID }),
  queuedAt: NOW,
  sentOnce: false,
  state: "ready",
  ...fields,
});
const aSettled = (receipt: SettledRow["receipt"]): SettledRow => ({
  ...shared,
  order: 1,
  mutationId: "m0",
  mutation: aMutation({ submissionId: ID }),
  receipt,
  settledAt: NOW,
  epoch: EPOCH,
  seq: 1,
  needsCare: 1,
});
const anUpload = (sha256: string, state: UploadRow["state"]): UploadRow => ({
  submissionId: ID,
  sha256,
  authorId: anId(),
  name: "ประชุม.webp",
  mediaType: "image/webp",
  sizeBytes: 10,
  state,
  offset: 0,
  queuedAt: NOW,
});
const aMirrored = (fields: Partial<SubmissionRow> = {}): SubmissionRow => ({
  ...aStoredSubmission({ id: ID }),
  unit: "2709",
  ...fields,
});
const review = (state: Review["state"], comments = 0): Review =>
  aReview({
    state,
    comments: Array.from({ length: comments }, () => ({
      id: anId(),
      field: "steps.s1",
      text: "?",
    })),
  });

function stateOf(sources: Partial<StateSources>): SubmissionState {
  const states = submissionStates({
    drafts: [],
    outbox: [],
    settled: [],
    uploads: [],
    submissions: [],
    sending: new Set(),
    ...sources,
  });
  return states.get(ID) ?? notReported;
}

const photos = [anAttachment(), anAttachment()];
const missingFiles = photos.map(({ sha256 }) => sha256);
const withPhotos = aMirrored({ attachments: photos, missingFiles });
const conflict = aSettled({
  mutationId: "m0",
  outcome: "conflict",
  conflictId: anId(),
  current: { version: 2, body: null, attachments: [] },
  fields: [],
});

test.each<[SubmissionState["kind"], number, string, Partial<StateSources>]>([
  ["not-reported", 0, "nothing", {}],
  ["draft", 0, "a draft", { drafts: [aDraft()] }],
  [
    "draft",
    0,
    "a draft over a returned one",
    {
      drafts: [aDraft()],
      submissions: [aMirrored({ review: review("returned", 1) })],
    },
  ],
  ["queued", 0, "a mutation in the outbox", { outbox: [aQueued()] }],
  ["queued", 0, "one that waits for another", { outbox: [aQueued({ state: "waiting" })] }],
  ["sending", 0, "a request under way", { outbox: [aQueued()], sending: new Set(["m1"]) }],
  [
    "sending",
    0,
    "the first of two under way",
    {
      outbox: [aQueued(), aQueued({ order: 2, mutationId: "m2" })],
      sending: new Set(["m1"]),
    },
  ],
  ["photos-pending", 2, "text there, photos not", { submissions: [withPhotos] }],
  [
    "photos-pending",
    1,
    "one photo sent since the pull",
    {
      submissions: [withPhotos],
      uploads: [anUpload(missingFiles[0] ?? "", "done")],
    },
  ],
  [
    "received",
    0,
    "all photos sent since the pull",
    {
      submissions: [withPhotos],
      uploads: missingFiles.map((sha256) => anUpload(sha256, "done")),
    },
  ],
  ["received", 0, "all there", { submissions: [aMirrored()] }],
  [
    "returned",
    3,
    "sent back with three comments",
    {
      submissions: [aMirrored({ review: review("returned", 3) })],
    },
  ],
  ["conflict", 0, "a conflict", { settled: [conflict], submissions: [aMirrored()] }],
  ["conflict", 0, "a conflict under a new draft", { settled: [conflict], drafts: [aDraft()] }],
  [
    "received",
    0,
    "a handled conflict",
    {
      settled: [{ ...conflict, needsCare: 0 }],
      submissions: [aMirrored()],
    },
  ],
  [
    "needs-care",
    0,
    "a held one",
    {
      settled: [aSettled({ mutationId: "m0", outcome: "held", reason: "locked" })],
    },
  ],
  [
    "needs-care",
    0,
    "one the server would not take",
    {
      outbox: [aQueued({ problem: { code: "malformed", at: NOW } })],
    },
  ],
  [
    "needs-care",
    0,
    "a refused file",
    {
      submissions: [withPhotos],
      uploads: [anUpload(missingFiles[0] ?? "", "refused")],
    },
  ],
  ["endorsed", 0, "an endorsed one", { submissions: [aMirrored({ review: review("endorsed") })] }],
])("%s (%i): %s", (kind, count, _what, sources) => {
  expect(stateOf(sources)).toMatchObject({ kind, count });
});

test("the journey fills from left to right, and shows red or orange where it stands still", () => {
  const onTheWay = ["draft", "queued", "photos-pending", "received", "endorsed"] as const;
  const filled = onTheWay.map((kind) => {
    const journey = journeyOf({ kind, count: 0, refusedFiles: 0 });
    return journey.filter((step) => step === "full").length;
  });
  expect(filled).toEqual([0, 1, 2, 3, 4]);
});

test("two thousand submissions take one pass", () => {
  const submissions = Array.from({ length: 2000 }, () => aMirrored({ id: anId() }));
  const sources = {
    drafts: [],
    outbox: submissions.map((row, order) => aQueued({ order, submissionId: row.id })),
    settled: [],
    uploads: submissions.map((row) => ({ ...anUpload("a", "done"), submissionId: row.id })),
    submissions,
    sending: new Set<string>(),
  };
  // The fastest of some: the others tell how busy the machine is.
  const durations = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    expect(submissionStates(sources).size).toBe(2000);
    return performance.now() - startedAt;
  });
  expect(Math.min(...durations)).toBeLessThan(100);
});
