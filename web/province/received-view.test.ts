import { expect, test } from "vitest";
import type { ReceivedRow } from "./received-row.ts";
import { PAGE_SIZE, queryOf, type ReceivedView, shownRows, viewFrom } from "./received-view.ts";

const fresh = viewFrom({});

function aRow(fields: Partial<ReceivedRow> = {}): ReceivedRow {
  return {
    submissionId: "s1",
    districtCode: "2709",
    district: "วังสมบูรณ์",
    budgetSource: "B1",
    code: "801-112-P0167-2024-02",
    name: "ประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาตำบล",
    version: 1,
    authorName: "นางพิกุล ตัวอย่างรัตน์",
    receivedAt: "2024-03-15T03:04:00Z",
    percent: 54,
    outputs: [],
    status: "received",
    count: 0,
    ...fields,
  };
}

function districtsOf(rows: readonly ReceivedRow[], view: Partial<ReceivedView>): string[] {
  return shownRows(rows, { ...fresh, ...view }).rows.map(({ district }) => district);
}

test("a view is the same after a way through the address", () => {
  const view: ReceivedView = {
    typed: "แผน & ตำบล",
    status: "photos-pending",
    within: "2709",
    sort: "district",
    reversed: true,
    page: 3,
  };
  const query = Object.fromEntries(new URLSearchParams(queryOf(view)));
  expect(viewFrom(query)).toEqual(view);
  expect(queryOf(fresh)).toBe("");
});

test("an address that makes no sense shows the fresh list", () => {
  expect(viewFrom({ state: "draft", in: "27x", sort: "name", order: "up", page: "-2" })).toEqual(
    fresh,
  );
});

test("[R19] the search finds code, name, district and author, as Thai is typed", () => {
  const rows = [aRow(), aRow({ district: "ตาพระยา", name: "อบรม", code: "802-112-S0560-2024-01" })];
  expect(districtsOf(rows, { typed: "P๐๑๖๗" })).toEqual(["วังสมบูรณ์"]);
  expect(districtsOf(rows, { typed: "แผน พัฒนา" })).toEqual(["วังสมบูรณ์"]);
  expect(districtsOf(rows, { typed: "อ.ตาพระยา" })).toEqual(["ตาพระยา"]);
  expect(districtsOf(rows, { typed: "พิกุล" })).toHaveLength(2);
  expect(districtsOf(rows, { typed: "ไม่มีคำนี้" })).toEqual([]);
});

test("a state's count says what choosing it would leave, under the other filters", () => {
  const rows = [
    aRow(),
    aRow({ status: "returned" }),
    aRow({ districtCode: "2701", status: "returned" }),
  ];
  const { counts, rows: left } = shownRows(rows, { ...fresh, within: "2709", status: "endorsed" });
  expect(counts).toEqual({ all: 2, received: 1, "photos-pending": 0, returned: 1, endorsed: 0 });
  expect(left).toEqual([]);
  expect(shownRows(rows, { ...fresh, within: "2709", status: "returned" }).rows).toHaveLength(1);
  expect(shownRows(rows, { ...fresh, within: "27" }).rows).toHaveLength(3);
});

test("the newest comes first, and districts in Thai order", () => {
  const rows = [
    aRow({ district: "เขาฉกรรจ์", receivedAt: "2024-03-14T03:00:00Z" }),
    aRow({ district: "อรัญประเทศ", receivedAt: "2024-03-15T03:00:00.5Z" }),
    aRow({ district: "คลองหาด", receivedAt: "2024-03-15T03:00:00Z" }),
  ];
  expect(districtsOf(rows, {})).toEqual(["อรัญประเทศ", "คลองหาด", "เขาฉกรรจ์"]);
  expect(districtsOf(rows, { reversed: true })).toEqual(["เขาฉกรรจ์", "คลองหาด", "อรัญประเทศ"]);
  expect(districtsOf(rows, { sort: "district" })).toEqual(["เขาฉกรรจ์", "คลองหาด", "อรัญประเทศ"]);
});

test("rows that tie keep one order, whichever way they were pulled", () => {
  const rows = [
    aRow({ code: "802-112-S0560-2024-01", submissionId: "b" }),
    aRow({ code: "801-112-P0167-2024-02", submissionId: "a" }),
  ];
  const ids = (list: readonly ReceivedRow[]) =>
    shownRows(list, fresh).rows.map(({ submissionId }) => submissionId);
  expect(ids(rows)).toEqual(["a", "b"]);
  expect(ids(rows.toReversed())).toEqual(["a", "b"]);
});

test("a page beyond the last one shows the last one", () => {
  const rows = Array.from({ length: PAGE_SIZE + 1 }, () => aRow());
  const { page, pages, pageRows } = shownRows(rows, { ...fresh, page: 9 });
  expect({ page, pages, left: pageRows.length }).toEqual({ page: 2, pages: 2, left: 1 });
  expect(shownRows([], fresh)).toMatchObject({ page: 1, pages: 1 });
});
