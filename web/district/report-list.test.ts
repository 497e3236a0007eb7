import { expect, test } from "vitest";
import type { Assignment } from "../../shared/assignment.ts";
import { must } from "../../shared/invariant.ts";
import { anAssignment, anId, aReportBody } from "../../shared/test-builders.ts";
import { aTablet, NOW, submit, write } from "../db/test-db.ts";
import { listPage } from "./list-page.ts";
import { createKeysOf } from "./report-filter.ts";
import { readReportTables, reportRows } from "./report-list.ts";

const TODAY = "2024-03-15";
const keysOf = createKeysOf();

async function rowsOf(tablet: Awaited<ReturnType<typeof aTablet>>) {
  const person = must(await tablet.db.people.get(tablet.authorId), "the officer signed in here");
  const tables = await readReportTables(tablet.db, person, 2567);
  return reportRows(tables, { sending: new Set(), today: TODAY });
}

async function aTabletWith(...assignments: Partial<Assignment>[]) {
  const tablet = await aTablet();
  await tablet.db.assignments.clear();
  const unit = tablet.assignment.districtCode;
  for (const fields of assignments) {
    await tablet.db.assignments.put({ ...anAssignment(fields), unit });
  }
  return tablet;
}

test("[R21] [R25] the rows are this office's and this year's, in the centre's order", async () => {
  const tablet = await aTabletWith(
    { sortKey: 3 },
    { sortKey: 1 },
    { sortKey: 2, fiscalYear: 2566 },
  );
  await tablet.db.assignments.put({ ...anAssignment(), unit: "2708" });
  const rows = await rowsOf(tablet);
  expect(rows.map(({ assignment }) => assignment.sortKey)).toEqual([1, 3]);
});

test.each([
  ["2024-03-14", "overdue"],
  ["2024-03-15", "due-soon"],
  ["2024-03-29", "due-soon"],
  ["2024-03-30", undefined],
  [null, undefined],
])("[R16] an unfinished report due on %s is %s", async (dueOn, due) => {
  const [row] = await rowsOf(await aTabletWith({ dueOn }));
  expect(row?.due).toBe(due);
});

test("what was sent is due no more, and a closed project never", async () => {
  const tablet = await aTablet();
  await tablet.db.assignments.put({
    ...anAssignment({ id: anId(), dueOn: "2024-03-01", open: false }),
    unit: tablet.assignment.districtCode,
  });
  await write(tablet, aReportBody({ successPoints: "ร่าง" }));
  const open = (await rowsOf(tablet)).map(({ due }) => due ?? "–").sort();
  expect(open).toEqual(["due-soon", "–"]);
  await submit(tablet);
  expect((await rowsOf(tablet)).map(({ due }) => due)).toEqual([undefined, undefined]);
});

test("[R22] ten a page; a page that is no more is the last one", async () => {
  const rows = await rowsOf(
    await aTabletWith(...Array.from({ length: 21 }, (_, at) => ({ sortKey: at }))),
  );
  const view = { query: "", filter: "all" as const };
  const sizes = [1, 2, 3].map((page) => listPage(rows, { ...view, page }, keysOf).rows.length);
  expect(sizes).toEqual([10, 10, 1]);
  expect(listPage(rows, { ...view, page: 9 }, keysOf)).toMatchObject({ page: 3, pages: 3 });
  expect(listPage(rows, { ...view, query: "ไม่มี", page: 1 }, keysOf)).toMatchObject({
    rows: [],
    page: 1,
    pages: 1,
    filters: [{ value: "all", count: 0 }],
  });
});

test("the filters offered say how many each leaves, by state and by date", async () => {
  const rows = await rowsOf(
    await aTabletWith({ dueOn: "2024-03-01" }, { dueOn: "2024-03-20" }, { dueOn: null }),
  );
  expect(listPage(rows, { query: "", filter: "overdue", page: 1 }, keysOf)).toMatchObject({
    rows: [{ due: "overdue" }],
    filters: [
      { value: "all", count: 3 },
      { value: "overdue", count: 1 },
      { value: "due-soon", count: 1 },
      { value: "not-reported", count: 3 },
    ],
  });
  expect(NOW.slice(0, 10)).toBe(TODAY);
});
