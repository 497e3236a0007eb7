import { describe, expect, test } from "vitest";
import { nothing } from "../../shared/merge.ts";
import {
  aMutation,
  anAssignment,
  anId,
  aReportBody,
  aReview,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { notReported, submissionStates } from "../db/report-state.ts";
import type { DraftRow, OutboxRow, SettledRow, SubmissionRow, UploadRow } from "../db/rows.ts";
import { dueReports, turnsOf } from "./due-work.ts";

const ME = anId();
const unit = "2709";
const anAssignmentRow = (fields = {}) => ({ ...anAssignment(fields), unit });
const none = { drafts: [], outbox: [], settled: [], uploads: [], submissions: [] };

function returned(assignment: ReturnType<typeof anAssignmentRow>, at: string): SubmissionRow {
  return {
    ...aStoredSubmission({ id: assignment.reportId, assignmentId: assignment.id }),
    unit,
    review: aReview({ at }),
  };
}

function settled(fields: Partial<SettledRow> = {}): SettledRow {
  const assignment = anAssignment();
  const mutation = aMutation({ submissionId: assignment.reportId, assignmentId: assignment.id });
  return {
    mutationId: mutation.mutationId,
    order: 1,
    submissionId: mutation.submissionId,
    assignmentId: assignment.id,
    authorId: ME,
    assignment,
    mutation,
    base: nothing,
    receipt: { outcome: "held", reason: "locked", mutationId: mutation.mutationId },
    settledAt: "2024-03-15T03:00:00Z",
    epoch: anId(),
    seq: 1,
    needsCare: 1,
    ...fields,
  };
}

function queued(assignment: ReturnType<typeof anAssignmentRow>): OutboxRow {
  const mutation = aMutation({ submissionId: assignment.reportId });
  return {
    order: 1,
    mutationId: mutation.mutationId,
    submissionId: assignment.reportId,
    assignmentId: assignment.id,
    authorId: ME,
    assignment,
    mutation,
    base: nothing,
    queuedAt: mutation.madeAt,
    sentOnce: false,
    state: "ready",
  };
}

describe("[R16] what waits for the officer", () => {
  test("returned reports come first, the latest of them on top", () => {
    const [older, newer] = [anAssignmentRow(), anAssignmentRow()];
    const turns = turnsOf(
      {
        ...none,
        assignments: [older, newer],
        settled: [settled()],
        submissions: [
          returned(older, "2024-03-10T00:00:00Z"),
          returned(newer, "2024-03-14T00:00:00Z"),
        ],
      },
      ME,
    );
    expect(turns.map(({ kind }) => kind)).toEqual(["returned", "returned", "held"]);
    expect(turns[0]?.assignment).toBe(newer);
  });

  test("a returned report that was corrected and sent is the province's turn", () => {
    const assignment = anAssignmentRow();
    const sources = {
      ...none,
      assignments: [assignment],
      submissions: [returned(assignment, "2024-03-14T00:00:00Z")],
      outbox: [queued(assignment)],
    };
    expect(turnsOf(sources, ME)).toEqual([]);
  });

  test("what a person has dealt with, and what is a colleague's, does not wait", () => {
    const rows = [settled({ needsCare: 0 }), settled({ authorId: anId() })];
    expect(turnsOf({ ...none, assignments: [], settled: rows }, ME)).toEqual([]);
  });

  test("refused files of one report are one topic, even once the assignment is gone", () => {
    const row = settled({ needsCare: 0 });
    const file = (sha256: string): UploadRow => ({
      submissionId: row.submissionId,
      sha256,
      authorId: ME,
      name: "ใบลงทะเบียน.pdf",
      mediaType: "application/pdf",
      sizeBytes: 1,
      state: "refused",
      offset: 0,
      queuedAt: "2024-03-15T03:00:00Z",
    });
    const sources = { ...none, assignments: [], settled: [row], uploads: [file("a"), file("b")] };
    const turns = turnsOf(sources, ME);
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ kind: "files", files: [{ sha256: "a" }, { sha256: "b" }] });
  });
});

describe("what is nearly due", () => {
  const soon = anAssignmentRow({ dueOn: "2024-03-18" });
  const later = anAssignmentRow({ dueOn: "2024-04-30" });

  test("the soonest first, without a date, a closed one or another year's", () => {
    const assignments = [
      later,
      anAssignmentRow({ dueOn: null }),
      anAssignmentRow({ open: false }),
      anAssignmentRow({ fiscalYear: 2566 }),
      soon,
    ];
    const due = dueReports({ ...none, assignments }, new Map(), 2567);
    expect(due.map(({ assignment }) => assignment)).toEqual([soon, later]);
    expect(due[0]).toMatchObject({ state: notReported, percent: 0 });
  });

  test("a draft counts by its steps; what was sent is not due any more", () => {
    const draft: DraftRow = {
      authorId: ME,
      submissionId: soon.reportId,
      kind: "report",
      assignmentId: soon.id,
      assignment: soon,
      baseVersion: 0,
      base: nothing,
      body: aReportBody({ steps: { s1: 100, s2: 100, s3: 60 } }),
      typed: {},
      attachments: [],
      place: "",
      revision: 1,
      updatedAt: "2024-03-15T03:00:00Z",
    };
    const sources = {
      ...none,
      assignments: [soon, later],
      drafts: [draft],
      outbox: [queued(later)],
    };
    const states = submissionStates({ ...sources, sending: new Set() });
    const due = dueReports(sources, states, 2567);
    expect(due).toHaveLength(1);
    expect(due[0]).toMatchObject({ assignment: soon, percent: 54 });
  });
});
