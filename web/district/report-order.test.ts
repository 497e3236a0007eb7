import { expect, test } from "vitest";
import { anAssignment } from "../../shared/test-builders.ts";
import type { SubmissionState } from "../db/report-state.ts";
import type { ReportRow } from "./report-filter.ts";
import { asOrder, type ReportOrder, sortReports } from "./report-order.ts";

function aRow(
  code: string,
  name: string,
  dueOn: string | null,
  kind: SubmissionState["kind"],
): ReportRow {
  const { project } = anAssignment();
  const path = [{ number: "1", name }];
  const assignment = anAssignment({ project: { ...project, code, path }, dueOn });
  const state = { kind, count: 0, refusedFiles: 0 };
  return { assignment, state, percent: 0 };
}

/** As the centre has them. */
const rows = [
  aRow("809-112-P0453-2024-02", "เขียนแผน", "2024-03-18", "received"),
  aRow("801-112-S0558-2024-12", "แผนตำบล", null, "not-reported"),
  aRow("801-112-P0167-2024-02", "กองทุน ๑๐", "2024-03-18", "returned"),
  aRow("803-112-D0838-2024-01", "กองทุน 9", "2024-02-01", "draft"),
];

test.each<[ReportOrder, string[]]>([
  ["centre", ["P0453", "S0558", "P0167", "D0838"]],
  ["code", ["P0167", "S0558", "D0838", "P0453"]],
  // เ and แ follow their consonants, and ๑๐ comes after 9.
  ["name", ["D0838", "P0167", "P0453", "S0558"]],
  // The two of one day stay in the centre's order; no date comes last.
  ["due", ["D0838", "P0453", "P0167", "S0558"]],
  ["state", ["P0167", "D0838", "S0558", "P0453"]],
])("[R25] sorted by %s", (order, codes) => {
  const sorted = sortReports(rows, order);
  expect(sorted.map(({ assignment }) => assignment.project.code.split("-")[2])).toEqual(codes);
});

test("an order the app does not know is the centre's", () => {
  expect([asOrder("due"), asOrder("colour"), asOrder(undefined)]).toEqual([
    "due",
    "centre",
    "centre",
  ]);
});
