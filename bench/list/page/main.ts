import { liveQuery } from "dexie";
import { must } from "../../../shared/invariant.ts";
import { anAssignment } from "../../../shared/test-builders.ts";
import { openAppDb } from "../../../web/db/open-app-db.ts";
import type { AssignmentRow, PersonRow } from "../../../web/db/rows.ts";
import { listPage } from "../../../web/district/list-page.ts";
import {
  createKeysOf,
  type ReportFilter,
  type ReportRow,
} from "../../../web/district/report-filter.ts";
import { readReportTables, reportRows } from "../../../web/district/report-list.ts";
import { createRandom } from "../../ground/random.ts";
import { thaiText } from "../../ground/thai-text.ts";

const ASSIGNMENTS = 2000;
const FISCAL_YEAR = 2567;
const UNIT = "2709";

const opened = await openAppDb();
const db = must(opened.ok ? opened.value : undefined, "the app's database opens");
const random = createRandom(6);
const person: PersonRow = {
  id: random.uuid(),
  username: "phikun",
  displayName: "นางพิกุล ตัวอย่างรัตน์",
  role: "districtOfficer",
  userType: null,
  positionTitle: "นักวิชาการพัฒนาชุมชน",
  orgUnitCode: UNIT,
  orgUnitName: "สพอ.วังสมบูรณ์",
  affiliation: "",
  phone: "",
  email: "",
  registeredOn: "2024-01-01",
  lastHereAt: "2024-03-15T02:41:08Z",
  expiresAt: "2024-04-15T02:41:08Z",
  demo: false,
};
await db.assignments.bulkPut(Array.from({ length: ASSIGNMENTS }, (_, at) => anAssignmentRow(at)));

/** A project of its own, three levels deep, as the longest names of the manual. */
function anAssignmentRow(at: number): AssignmentRow {
  const code = `80${random.int(9) + 1}-112-S${String(random.int(10_000)).padStart(4, "0")}-2024-${String(at % 100).padStart(2, "0")}`;
  const path = ["1", "1.1", "1.1.2"].map((number) => ({ number, name: thaiText(random, 60) }));
  const { project } = anAssignment();
  const id = random.uuid();
  return {
    ...anAssignment({ id, reportId: random.uuid(), districtCode: UNIT, fiscalYear: FISCAL_YEAR }),
    project: { ...project, id: random.uuid(), code, path },
    sortKey: random.int(ASSIGNMENTS),
    unit: UNIT,
  };
}

const keysOf = createKeysOf();
let rows: readonly ReportRow[] = [];
let oursFirst = true;

/** The first list by each, in ms: ours until its first page stands, raw until its rows are there. */
async function listOnce(): Promise<{ ours: number; raw: number }> {
  const took = { ours: 0, raw: 0 };
  const contenders = oursFirst ? (["ours", "raw"] as const) : (["raw", "ours"] as const);
  oursFirst = !oursFirst;
  for (const name of contenders) took[name] = await timed(name === "ours" ? list : getAll);
  return took;
}

async function list(): Promise<void> {
  const tables = await firstAnswer(() => readReportTables(db, person, FISCAL_YEAR));
  rows = reportRows(tables, { sending: new Set(), today: "2024-03-15" });
  listPage(rows, { query: "", filter: "all", page: 1 }, keysOf);
}

/** As the screen asks, with a query that goes on to follow the database. */
function firstAnswer<T>(query: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscription = liveQuery(query).subscribe({
      next(value) {
        subscription.unsubscribe();
        resolve(value);
      },
      error: reject,
    });
  });
}

/** The same rows by the same key, with nothing between IndexedDB and the clock. */
async function getAll(): Promise<void> {
  const store = db.backendDB().transaction("assignments").objectStore("assignments");
  const request = store.getAll(IDBKeyRange.bound([UNIT], [UNIT, []]));
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  must(request.result.length === ASSIGNMENTS || undefined, "every row was read");
}

/** One search or filter over the rows of the last list, in ms. */
async function searchOnce(query: string, filter: ReportFilter): Promise<number> {
  return timed(async () => {
    listPage(rows, { query, filter, page: 1 }, keysOf);
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

Object.assign(globalThis, { bench: { listOnce, searchOnce } });
document.body.dataset.state = "ready";
