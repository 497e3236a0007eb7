import { expect, test } from "vitest";
import { anAssignment } from "../../shared/test-builders.ts";
import type { SubmissionState } from "../db/report-state.ts";
import {
  createKeysOf,
  filterCounts,
  passes,
  type ReportRow,
  searchProjects,
} from "./report-filter.ts";

function aRow(
  code: string,
  name: string,
  kind: SubmissionState["kind"] = "not-reported",
): ReportRow {
  const { project } = anAssignment();
  const assignment = anAssignment({ project: { ...project, code, path: [{ number: "1", name }] } });
  const state = { kind, count: 0, refusedFiles: 0 };
  return { assignment, state, percent: 0 };
}

const plan = aRow("801-112-P0167-2024-02", "ประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาตำบล");
const survey = aRow("809-112-P0453-2024-03", "จัดเก็บข้อมูล จปฐ. หมู่ที่ 112", "returned");
const rows = [plan, survey];

test.each([
  ["801", [plan]],
  ["801-112", [plan]],
  ["801-P0167", [plan]],
  ["p0453", [survey]],
  ["๘๐๙", [survey]],
  ["แผนพัฒนา ตําบล", [plan]],
  ["ความจำเป็นพื้นฐาน", [survey]],
  ["0167", []],
  ["", rows],
])("[R19] %j finds by the beginning of a code or any part of a name", (typed, found) => {
  expect(searchProjects(rows, typed, createKeysOf())).toEqual(found);
});

test("your turn is what was returned, is in conflict or needs care", () => {
  expect(rows.filter((row) => passes(row, "your-turn"))).toEqual([survey]);
});

test("a filter that leaves nothing is not offered, unless it is the chosen one", () => {
  const offered = filterCounts(rows, "endorsed").map(({ value, count }) => [value, count]);
  expect(offered).toEqual([
    ["all", 2],
    ["your-turn", 1],
    ["not-reported", 1],
    ["returned", 1],
    ["endorsed", 0],
  ]);
});
