import { afterEach, beforeEach, expect, test } from "vitest";
import { RescuedDraftsReply } from "../../shared/rescue-manifest.ts";
import {
  openTestServer,
  PASSWORD,
  type TestServer,
} from "../../sync-server/testing/test-server.ts";
import { exportRescue, type RescueFile } from "./export-rescue.ts";
import { openRawDatabase } from "./raw-database.ts";
import { aRescueTablet, type RescueTablet } from "./test-tablet.ts";

// One tablet's unsent work through a file into the real server: the whole way of O12 to O14.

const NOW = "2024-03-15T09:30:00.000Z";
const NOTHING = {
  stored: 0,
  needCare: 0,
  waiting: 0,
  drafts: 0,
  pastedTexts: 0,
  files: 0,
  notTaken: 0,
};

let server: TestServer;
let lost: RescueTablet;
let other: RescueTablet;

beforeEach(async () => {
  server = await openTestServer();
  lost = await aRescueTablet(server, { username: "officer", password: PASSWORD });
  other = await aRescueTablet(server, { username: "planner", password: PASSWORD });
});

afterEach(async () => {
  await lost.close();
  await other.close();
  await server.close();
});

async function taken(database: IDBDatabase = lost.db.backendDB()): Promise<RescueFile> {
  const exported = await exportRescue(database, NOW);
  if (!exported.ok) throw new Error(exported.error.kind);
  return exported.value;
}

async function imported(blob: Blob, by = other) {
  const reply = await by.transport.importRescue(blob, by.personId);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

async function headSeq(): Promise<number> {
  const { head_seq } = await server.store.reader
    .selectFrom("installation")
    .select("head_seq")
    .executeTakeFirstOrThrow();
  return head_seq;
}

const RESCUED = [
  "versions",
  "kept_mutations",
  "files",
  "rescued_drafts",
  "announced_files",
] as const;

async function rowsOf(table: (typeof RESCUED)[number]) {
  return server.store.reader.selectFrom(table).selectAll().execute();
}

async function offeredTo(tablet: RescueTablet) {
  const reply = await server.request("/api/rescue/drafts", { cookie: tablet.cookie });
  return RescuedDraftsReply.parse(await reply.json());
}

async function draftsFor(tablet: RescueTablet) {
  return (await offeredTo(tablet)).drafts.map(({ draft }) => draft);
}

async function textsFor(tablet: RescueTablet) {
  return (await offeredTo(tablet)).pastedTexts.map(({ pastedText }) => pastedText.text);
}

test("[O12] [O14] a report, its file and a draft on top arrive from another person's tablet", async () => {
  await lost.submit(await lost.write("first"));
  const { body, attachments } = await lost.write("second");
  const file = await taken();
  expect(file).toMatchObject({ mutations: 1, drafts: 1, files: 2, leftOut: 0 });
  expect(file.name).toBe("bpm-rescue-20240315-0930.bpmrescue.txt");

  expect(await imported(file.blob)).toEqual({ ...NOTHING, stored: 1, drafts: 1, files: 2 });
  const { puts } = await server.pull(other);
  const received = puts.find(({ type }) => type === "submission");
  expect(received?.row).toMatchObject({
    id: server.assignment.reportId,
    authorName: "Name of officer",
    body: { successPoints: "first" },
    missingFiles: [],
  });
  expect(await draftsFor(lost)).toEqual([
    expect.objectContaining({ body, attachments, place: "results" }),
  ]);
  expect(await draftsFor(other)).toEqual([]);
});

test("[O14] [R1] importing again changes nothing, and the tablet itself gets the same receipt", async () => {
  const mutationId = await lost.submit(await lost.write("once"));
  const { blob } = await taken();
  const first = await imported(blob);
  const before = { seq: await headSeq(), versions: await rowsOf("versions") };
  expect(await imported(blob)).toEqual(first);
  expect({ seq: await headSeq(), versions: await rowsOf("versions") }).toEqual(before);

  await lost.sync();
  expect(await lost.db.outbox.count()).toBe(0);
  expect(await lost.db.settled.get(mutationId)).toMatchObject({
    receipt: { outcome: "accepted", version: 1 },
  });
  expect(await rowsOf("versions")).toEqual(before.versions);
  expect(await rowsOf("files")).toHaveLength(1);
});

test("[O12] what was sent and is not in a backup yet goes along; what is, stays out", async () => {
  await lost.submit(await lost.write("sent"));
  await lost.sync();
  expect(await taken()).toMatchObject({ mutations: 1, files: 1 });
  await server.store.writer.updateTable("installation").set({ backed_up_seq: 100 }).execute();
  await lost.db.settings.update("tablet", { backedUpSeq: 100 });
  expect(await exportRescue(lost.db.backendDB(), NOW)).toEqual({
    ok: false,
    error: { kind: "nothing-unsent" },
  });
});

test("[O12] [O14] a table that was only pasted is work too: it is kept for whoever pasted it", async () => {
  await lost.paste("ต.วังใหม่\t25");
  const file = await taken();
  expect(file).toMatchObject({ mutations: 0, drafts: 0, pastedTexts: 1, leftOut: 0 });
  expect(await imported(file.blob)).toEqual({ ...NOTHING, pastedTexts: 1 });
  expect(await offeredTo(lost)).toEqual({
    drafts: [],
    pastedTexts: [
      {
        id: expect.any(String),
        pastedText: {
          authorId: lost.personId,
          assignmentId: server.assignment.id,
          text: "ต.วังใหม่\t25",
          updatedAt: "2024-03-15T02:41:08.000Z",
        },
      },
    ],
  });
  expect(await textsFor(other)).toEqual([]);

  // Importing twice, or the same table in a later file, offers nothing twice.
  expect(await imported(file.blob)).toEqual({ ...NOTHING, pastedTexts: 1 });
  expect(await imported((await taken()).blob)).toEqual({ ...NOTHING, pastedTexts: 1 });
  expect(await rowsOf("rescued_drafts")).toHaveLength(1);
});

test("[O12] the recovery page takes a pasted table along, without the app", async () => {
  await lost.paste("ต.วังใหม่\t25");
  lost.db.close();
  const opened = await openRawDatabase(lost.db.name);
  if (!opened.ok) throw new Error(opened.error.kind);
  const file = await taken(opened.value);
  opened.value.close();
  expect(await imported(file.blob)).toEqual({ ...NOTHING, pastedTexts: 1 });
  expect(await textsFor(lost)).toEqual(["ต.วังใหม่\t25"]);
});

test("[O14] a pasted table in an unknown shape spoils nothing, and is not said to be taken", async () => {
  await lost.write("draft");
  await lost.paste("ต.วังใหม่\t25");
  await lost.db.pastedTexts
    .toCollection()
    .modify((row) => void Reflect.deleteProperty(row, "text"));
  const file = await taken();
  expect(file).toMatchObject({ drafts: 1, pastedTexts: 0 });
  expect(await imported(file.blob)).toEqual({ ...NOTHING, drafts: 1, files: 1, notTaken: 1 });
});

test("[O12] the work of a database of an unknown, newer version is rescued without the app", async () => {
  await lost.submit(await lost.write("future"));
  const name = lost.db.name;
  lost.db.close();
  await upgradeTo(name, 990, (database, transaction) => {
    database.createObjectStore("novelties", { keyPath: "id" });
    const outbox = transaction.objectStore("outbox");
    const read = outbox.getAll();
    read.onsuccess = () => {
      for (const row of read.result) outbox.put({ ...row, colour: "blue", state: { of: "later" } });
    };
  });
  const opened = await openRawDatabase(name);
  if (!opened.ok) throw new Error(opened.error.kind);
  expect(opened.value.version).toBe(990);
  const file = await taken(opened.value);
  opened.value.close();
  expect(await imported(file.blob)).toEqual({ ...NOTHING, stored: 1, files: 1 });
});

test("[O12] a row in an unknown shape goes along as it is, and is not said to be taken", async () => {
  await lost.submit(await lost.write("odd"));
  const name = lost.db.name;
  lost.db.close();
  await upgradeTo(name, 990, (_, transaction) => {
    transaction.objectStore("outbox").put({ order: 77, mutationId: "x", sealed: "elsewhere" });
  });
  const opened = await openRawDatabase(name);
  if (!opened.ok) throw new Error(opened.error.kind);
  const file = await taken(opened.value);
  opened.value.close();
  expect(await imported(file.blob)).toMatchObject({ stored: 1, notTaken: 1 });
});

test("[O12] bytes that are damaged on the tablet are left out, said so, and spoil nothing", async () => {
  const draft = await lost.write("damaged");
  await lost.submit(draft);
  for (const { sha256 } of draft.attachments) {
    await lost.db.files.update(sha256, { bytes: new TextEncoder().encode("other").buffer });
  }
  const file = await taken();
  expect(file).toMatchObject({ mutations: 1, files: 0, leftOut: 1 });
  expect(await imported(file.blob)).toEqual({ ...NOTHING, stored: 1 });
});

test("[O12] the recovery page never makes a database where there is none", async () => {
  const name = `none-${crypto.randomUUID()}`;
  expect(await openRawDatabase(name)).toEqual({ ok: false, error: { kind: "no-database" } });
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});

test("[O13] nobody can speak for an author by making a file: only that author's tablet can", async () => {
  await lost.submit(await lost.write("forged"));
  await lost.write("forged draft");
  await lost.paste("forged table");
  const { rescue } = await lost.db.settings.get("tablet").then((row) => row ?? { rescue: null });
  if (!rescue) throw new Error("Signing in brings the key");
  await lost.db.settings.update("tablet", { rescue: { ...rescue, devicePass: "0".repeat(64) } });
  expect(await imported((await taken()).blob)).toMatchObject({
    needCare: 1,
    drafts: 1,
    pastedTexts: 1,
  });
  expect(await offeredTo(lost)).toEqual({ drafts: [], pastedTexts: [] });
  // Held for a person to look at, as a push that nobody vouches for.
  expect(await rowsOf("kept_mutations")).toEqual([expect.objectContaining({ outcome: "held" })]);
});

test("[O13] another tablet's pass is no pass", async () => {
  await lost.submit(await lost.write("borrowed"));
  const theirs = await other.db.settings.get("tablet");
  await lost.db.settings.update("tablet", { rescue: theirs?.rescue ?? null });
  expect(await imported((await taken()).blob)).toMatchObject({ stored: 0, needCare: 1 });
});

test("[O13] a revoked tablet's file is held for a person, as its pushes are", async () => {
  await lost.submit(await lost.write("stolen"));
  const { blob } = await taken();
  await server.store.writer
    .updateTable("devices")
    .set({ revoked_at: NOW })
    .where("id", "=", lost.deviceId)
    .execute();
  expect(await imported(blob)).toMatchObject({ stored: 0, needCare: 1 });
});

test("[O14] of a file that was cut or changed, nothing at all is applied", async () => {
  await lost.submit(await lost.write("whole"));
  await lost.write("draft");
  await lost.paste("table");
  const { blob } = await taken();
  const changed = new Uint8Array(await blob.arrayBuffer());
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  for (const broken of [blob.slice(0, blob.size - 1), blob.slice(0, 100), new Blob([changed])]) {
    expect(await other.transport.importRescue(broken, other.personId)).toEqual({
      ok: false,
      error: { kind: "rejected", status: 400, code: "rescue-damaged" },
    });
  }
  for (const table of RESCUED) {
    expect(await rowsOf(table)).toEqual([]);
  }
});

function upgradeTo(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      if (request.transaction) upgrade(request.result, request.transaction);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
