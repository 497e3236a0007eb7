import { describe, expect, test } from "vitest";
import type { StoredSubmission } from "../../shared/submission.ts";
import { anAssignment, anAttachment, aStoredSubmission } from "../../shared/test-builders.ts";
import type { UploadRow } from "../db/rows.ts";
import { journeyNotes } from "./journey-notes.ts";
import { type SubmissionView, stateOf } from "./read-submission.ts";

const NOW = "2024-03-16T02:00:00Z";

function notesOn(fields: Partial<StoredSubmission>, uploads: UploadRow[] = []) {
  const assignment = anAssignment();
  const report: SubmissionView = {
    submissionId: assignment.reportId,
    assignment,
    draft: undefined,
    outbox: [],
    settled: [],
    uploads,
    confirmed: {
      ...aStoredSubmission({ id: assignment.reportId, seq: 1204, ...fields }),
      unit: "2709",
    },
  };
  return journeyNotes(report, stateOf(report, new Set()), NOW);
}

describe("after sending, under each stop of the journey", () => {
  test("[F2] the text has come, and so many of its photos", () => {
    const photos = Array.from({ length: 3 }, () => anAttachment());
    const missingFiles = photos.slice(1).map(({ sha256 }) => sha256);
    const sent = { attachments: photos, missingFiles };
    expect(notesOn(sent)).toEqual(["15 มี.ค.", "15 มี.ค.", "รูป 1 จาก 3", undefined]);
  });

  test("received: when, and under which number", () => {
    expect(notesOn({})).toEqual(["15 มี.ค.", "15 มี.ค.", "เลขรับ 1,204", undefined]);
  });

  test("returned and endorsed: when", () => {
    const review = { at: "2024-03-16T01:30:00Z", byId: null, byName: null, comments: [] };
    expect(notesOn({ review: { ...review, state: "returned" } })).toEqual([
      "15 มี.ค.",
      "15 มี.ค.",
      "ส่งกลับ 08:30 น.",
      undefined,
    ]);
    expect(notesOn({ review: { ...review, state: "endorsed" } })[3]).toBe("08:30 น.");
  });
});
