import { expect, test } from "vitest";
import type { Assignment } from "../../shared/assignment.ts";
import type { StoredSubmission } from "../../shared/submission.ts";
import {
  anAreaBody,
  anAssignment,
  anAttachment,
  aStoredSubmission,
} from "../../shared/test-builders.ts";
import { receivedReports } from "../db/received.ts";
import { receivedReport } from "../db/received-report.ts";
import type { AppDb } from "../db/schema.ts";
import { aTablet } from "../db/test-db.ts";
import { receivedRows } from "./received-row.ts";
import { reportedParts } from "./reported-parts.ts";

const PROVINCE = "27";

/** A province's mirror with these assignments and submissions in it. */
async function aMirror(
  assignments: readonly Assignment[],
  submissions: readonly StoredSubmission[],
): Promise<AppDb> {
  const { db } = await aTablet();
  const area = { unit: PROVINCE, parentCode: null };
  await db.areas.bulkPut([
    { ...area, id: "27", code: "27", level: "province", name: "สระแก้ว" },
    { ...area, id: "2701", code: "2701", level: "district", name: "เมืองสระแก้ว" },
    { ...area, id: "2709", code: "2709", level: "district", name: "วังสมบูรณ์" },
    { ...area, id: "270901", code: "270901", level: "tambon", name: "วังสมบูรณ์" },
  ]);
  await db.assignments.bulkPut(assignments.map((row) => ({ ...row, unit: PROVINCE })));
  await db.submissions.bulkPut(submissions.map((row) => ({ ...row, unit: PROVINCE })));
  return db;
}

function aReportOn(assignment: Assignment, fields: Partial<StoredSubmission> = {}) {
  return aStoredSubmission({ id: assignment.reportId, assignmentId: assignment.id, ...fields });
}

test("the list holds the received reports of one year, with what they achieved", async () => {
  const reported = anAssignment();
  const silent = anAssignment();
  const lastYear = anAssignment({ fiscalYear: 2566 });
  const db = await aMirror(
    [reported, silent, lastYear],
    [aReportOn(reported, { version: 2 }), aReportOn(lastYear)],
  );
  const rows = receivedRows(await receivedReports(db, PROVINCE, 2567));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    submissionId: reported.reportId,
    district: "วังสมบูรณ์",
    version: 2,
    percent: 54,
    outputs: [{ id: "o1", unit: "คน", achieved: 58, target: 90 }],
    status: "received",
  });
});

test("[F2] a report whose photos are on their way says how many", async () => {
  const assignment = anAssignment();
  const photo = anAttachment();
  const report = aReportOn(assignment, { attachments: [photo], missingFiles: [photo.sha256] });
  const db = await aMirror([assignment], [report]);
  const [row] = receivedRows(await receivedReports(db, PROVINCE, 2567));
  expect(row).toMatchObject({ status: "photos-pending", count: 1 });
});

test("a part counts what was assigned, reported and endorsed, in Thai order", async () => {
  const here = anAssignment();
  const there = anAssignment({ districtCode: "2701" });
  const review = { state: "endorsed" as const, at: null, byId: null, byName: null, comments: [] };
  const db = await aMirror([here, anAssignment(), there], [aReportOn(here, { review })]);
  const received = await receivedReports(db, PROVINCE, 2567);
  expect(reportedParts(PROVINCE, received)).toEqual([
    { code: "2701", name: "เมืองสระแก้ว", assigned: 1, reported: 0, endorsed: 0 },
    { code: "2709", name: "วังสมบูรณ์", assigned: 2, reported: 1, endorsed: 1 },
  ]);
  expect(reportedParts("", received)).toEqual([
    { code: "27", name: "สระแก้ว", assigned: 3, reported: 1, endorsed: 1 },
  ]);
});

test("an opened report comes with its area records and their names, without the removed ones", async () => {
  const assignment = anAssignment();
  const record = { kind: "area" as const, assignmentId: assignment.id };
  const kept = aStoredSubmission({ ...record, body: anAreaBody() });
  const removed = aStoredSubmission({ ...record, body: null });
  const db = await aMirror([assignment], [aReportOn(assignment), kept, removed]);
  const opened = await receivedReport(db, PROVINCE, assignment.reportId);
  expect(opened?.areaRecords.map(({ id }) => id)).toEqual([kept.id]);
  expect(opened?.areaNames.get("270901")).toBe("วังสมบูรณ์");
  expect(opened?.areaNames.get("27")).toBe("สระแก้ว");
});

test("neither an area record nor what another office mirrors opens as a report", async () => {
  const assignment = anAssignment();
  const area = aStoredSubmission({ kind: "area", assignmentId: assignment.id, body: anAreaBody() });
  const db = await aMirror([assignment], [aReportOn(assignment), area]);
  expect(await receivedReport(db, PROVINCE, area.id)).toBeUndefined();
  expect(await receivedReport(db, "28", assignment.reportId)).toBeUndefined();
});
