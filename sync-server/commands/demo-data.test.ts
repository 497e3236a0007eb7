import { hash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { percentOf } from "../../shared/money.ts";
import { readPut } from "../../shared/pull.ts";
import { openPasswords } from "../accounts/passwords.ts";
import { FILES_PATH } from "../app.ts";
import { openFiles } from "../files/open-files.ts";
import { readAssignments } from "../store/assignments.ts";
import { openStore, type Store } from "../store/open.ts";
import { findPersonByUsername } from "../store/people.ts";
import { pull } from "../sync/pull.ts";
import { pagesSince } from "../testing/pages.ts";
import { source } from "./demo/source.ts";
import { type DemoAccount, seedDemo } from "./demo-data.ts";

let dataDir: string;
let store: Store;
let accounts: DemoAccount[];
const passwords = await openPasswords();
const now = new Date("2026-11-23T03:00:00Z");

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "bpm-demo-"));
  store = await openStore(path.join(dataDir, "bpm.sqlite"), {
    demo: true,
    now: now.toISOString(),
  });
  accounts = await seedDemo({ store, passwords, dataDir, now });
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});

async function allAssignments() {
  const rows = await store.reader.selectFrom("assignments").select("id").execute();
  return readAssignments(
    store.reader,
    rows.map(({ id }) => id),
  );
}

async function mirrorOf(username: string) {
  const found = await findPersonByUsername(store.reader, username);
  if (!found) throw new Error("The demo has this person");
  const puts = [];
  const ask = (cursor: string | undefined) =>
    pull(store.reader, { person: found.person, cursor, limit: 500 });
  for await (const reply of pagesSince(undefined, ask)) {
    for (const raw of reply.puts) {
      const put = readPut(raw);
      if (!put.ok) throw new Error(`Not of the contract: ${JSON.stringify(raw)}`);
      puts.push(put.value);
    }
  }
  return puts;
}

test("thirty-nine projects go to nine districts, in this fiscal year", async () => {
  const assignments = await allAssignments();
  expect(assignments).toHaveLength(39 * 9);
  expect(new Set(assignments.map((one) => one.fiscalYear))).toEqual(new Set([2570]));
  for (const { project } of assignments) {
    expect(project.code).toMatch(/-2027-\d\d$/);
    expect(JSON.stringify(project.path)).not.toContain("2567");
    expect(project.steps.reduce((sum, step) => sum + step.weight, 0)).toBe(100);
  }
});

test("targets and allotments of the districts sum to the province's", async () => {
  const assignments = await allAssignments();
  for (const demo of source.projects.filter(({ areaKind }) => areaKind !== "province")) {
    const code = demo.code.replace("-2024-", "-2027-");
    const own = assignments.filter(({ project }) => project.code === code);
    const sum = (values: (number | null | undefined)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(own.map(({ outputs }) => outputs[0]?.districtTarget))).toBe(demo.targetTotal);
    expect(sum(own.map((one) => one.allotmentSatang))).toBe(demo.budgetBaht * 100);
  }
});

test("the story is told: one district done, one silent, returned, endorsed and disputed reports", async () => {
  const puts = await mirrorOf("planner1");
  const reports = puts.filter((put) => put.type === "submission" && put.row.kind === "report");
  const districts = new Map(
    (await allAssignments()).map((one) => [one.reportId, one.districtCode]),
  );
  const counts = Map.groupBy(reports, (put) => districts.get(put.id));
  expect(counts.get("2701")).toHaveLength(39);
  expect(counts.get("2709")).toHaveLength(7);
  const states = reports.map((put) => (put.type === "submission" ? put.row.review.state : ""));
  expect(states.filter((state) => state === "returned")).toHaveLength(2);
  expect(states.filter((state) => state === "endorsed")).toHaveLength(30);
  const histories = reports.flatMap((put) => (put.type === "submission" ? put.row.history : []));
  expect(histories.flatMap(({ reviews }) => reviews)).toMatchObject([{ state: "returned" }]);

  const merged = await store.reader
    .selectFrom("versions")
    .select("seq")
    .where("said", "is not", null)
    .execute();
  expect(merged).toEqual([]);
  const kept = await store.reader.selectFrom("kept_mutations").select("outcome").execute();
  expect(kept).toEqual([{ outcome: "conflict" }]);
});

test("most photos of the story are here, and some reports wait for one", async () => {
  const puts = await mirrorOf("planner1");
  const named = puts.flatMap((put) =>
    put.type === "submission"
      ? put.row.attachments.map(({ sha256 }) => ({ id: put.id, sha256 }))
      : [],
  );
  const arrived = await store.reader.selectFrom("file_arrivals").selectAll().execute();
  expect(arrived.length).toBeGreaterThan(named.length / 2);
  expect(arrived.length).toBeLessThan(named.length);
  const files = openFiles({ store, dataDir, urlPath: FILES_PATH, now: () => now });
  for (const { sha256 } of arrived) {
    expect(hash("sha256", await files.read(sha256), "hex")).toBe(sha256);
  }
});

test("an area costs more than its district was given", async () => {
  const puts = await mirrorOf("officer2709");
  const assignment = (await allAssignments()).find(
    ({ project, districtCode }) =>
      districtCode === "2709" && project.code.includes("P0167") && project.code.endsWith("-02"),
  );
  const costs = puts.flatMap((put) =>
    put.type === "submission" &&
    put.row.assignmentId === assignment?.id &&
    put.row.body !== null &&
    "costSatang" in put.row.body
      ? [put.row.body.costSatang]
      : [],
  );
  expect(costs).toEqual([300_000, 300_000, 300_000]);
  expect(assignment?.allotmentSatang).toBe(300_000);
});

test("money is spent as in a year whose budget came late", async () => {
  const puts = await mirrorOf("officer2701");
  for (const put of puts) {
    if (put.type !== "budgetFigure") continue;
    const { budgetSource, disbursedSatang, budgetSatang } = put.row;
    const percent = percentOf(disbursedSatang, budgetSatang);
    if (budgetSource === "B1") expect(percent).toBeCloseTo(3, 0);
    if (budgetSource === "B2" || budgetSource === "B4") expect(percent).toBeCloseTo(45, 0);
  }
  expect(puts.filter((put) => put.type === "fiscalYear")).toHaveLength(8);
});

test("passwords open their accounts, and a second start changes nothing", async () => {
  const [account] = accounts;
  const found = await findPersonByUsername(store.reader, account?.username ?? "");
  expect(await passwords.verify(found?.passwordHash, account?.password ?? "")).toBe(true);
  const head = await store.reader.selectFrom("installation").selectAll().execute();
  const again = await seedDemo({ store, passwords, dataDir, now });
  expect(again).toEqual(accounts);
  expect(await store.reader.selectFrom("installation").selectAll().execute()).toEqual(head);
  const file = await readFile(path.join(dataDir, "demo-accounts.json"), "utf8");
  expect(JSON.parse(file)).toEqual(accounts);
});

test("everybody is plainly invented", async () => {
  const people = await store.reader.selectFrom("people").selectAll().execute();
  for (const { email, phone, display_name } of people) {
    expect(email).toMatch(/\.example$/);
    expect(phone).toMatch(/^0370000\d\d$/);
    expect(display_name).toMatch(/สมมุติ|ตัวอย่าง|จำลอง|ทดลอง/);
  }
});
