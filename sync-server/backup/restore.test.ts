import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PAST_BUILDS } from "../past-builds.ts";
import { publishFile } from "../testing/publish-file.ts";
import { openTestServer, type TestServer } from "../testing/test-server.ts";
import { DATABASE } from "./backup-manifest.ts";
import { lockFolder } from "./folder-lock.ts";
import { freePort } from "./free-port.ts";
import { makeBackup } from "./make-backup.ts";
import { readLife } from "./read-database.ts";
import { restoreBackup } from "./restore-backup.ts";
import { restoreDrill } from "./restore-drill.ts";

const NOW = new Date("2024-03-15T19:30:00.000Z");

let server: TestServer;
let target: string;
let dataDir: string;
let file: Awaited<ReturnType<typeof publishFile>>;

beforeEach(async () => {
  server = await openTestServer();
  target = await mkdtemp(path.join(tmpdir(), "bpm-backups-"));
  dataDir = await mkdtemp(path.join(tmpdir(), "bpm-restored-"));
  file = await publishFile(server, await server.signIn("officer"), "หนึ่ง");
  const made = await makeBackup({ dataDir: server.dataDir, target, now: NOW });
  if (!made.ok) throw new Error(made.error);
});
afterEach(async () => {
  await server.close();
  for (const folder of [target, dataDir]) await rm(folder, { recursive: true });
});

function lifeOf(folder: string) {
  const database = new Database(path.join(folder, DATABASE), { readonly: true });
  const life = readLife(database);
  database.close();
  return life;
}

test("[O11] a restored folder is the backup, in a new epoch", async () => {
  const restored = await restoreBackup({ source: target, dataDir, now: NOW });
  expect(restored).toMatchObject({ ok: true, value: { setAside: null } });
  const [before, after] = [lifeOf(server.dataDir), lifeOf(dataDir)];
  expect(after.headSeq).toBe(before.headSeq);
  expect(after.epoch).not.toBe(before.epoch);
  expect(await readFile(path.join(dataDir, file.path))).toEqual(
    await readFile(path.join(server.dataDir, file.path)),
  );
  expect(await readdir(dataDir)).toEqual([DATABASE, "files", "in-use.lock"]);
});

test("what was there is set aside, not deleted", async () => {
  await writeFile(path.join(dataDir, DATABASE), "the old one");
  const restored = await restoreBackup({ source: target, dataDir, now: NOW });
  if (!restored.ok || restored.value.setAside === null) throw new Error("Nothing was set aside");
  const old = await readFile(path.join(restored.value.setAside, DATABASE), "utf8");
  expect(old).toBe("the old one");
  expect(lifeOf(dataDir).epoch).toBe(restored.value.epoch);
});

test("[U3] the kept parts of past builds stay where they are", async () => {
  const part = path.join(dataDir, PAST_BUILDS, "000001-0123456789abcdef", "part.js");
  await mkdir(path.dirname(part), { recursive: true });
  await writeFile(part, "a part");
  const restored = await restoreBackup({ source: target, dataDir, now: NOW });
  expect(restored).toMatchObject({ ok: true, value: { setAside: null } });
  expect(await readFile(part, "utf8")).toBe("a part");
});

test("a folder in use is refused, and stays as it is", async () => {
  const lock = lockFolder(dataDir, 0);
  expect(await restoreBackup({ source: target, dataDir, now: NOW })).toEqual({
    ok: false,
    error: `A server uses ${dataDir}: stop it first.`,
  });
  lock?.release();
  expect(await readdir(dataDir)).toEqual(["in-use.lock"]);
});

test("what is no backup, or a damaged one, is refused before anything is touched", async () => {
  const empty = path.join(dataDir, "..");
  expect(await restoreBackup({ source: empty, dataDir, now: NOW })).toMatchObject({ ok: false });
  const [folder = ""] = await readdir(target);
  await writeFile(path.join(target, folder, file.path), "rot");
  expect(await restoreBackup({ source: target, dataDir, now: NOW })).toEqual({
    ok: false,
    error: `The backup ${path.join(target, folder)} lacks ${file.path}, or it is damaged.`,
  });
  expect(await readdir(dataDir)).toEqual([]);
});

test("the drill starts the real server on a backup, reads every file and leaves nothing", async () => {
  const drill = await restoreDrill({ source: target, port: await freePort(), now: new Date() });
  expect(drill).toMatchObject({
    ok: true,
    value: { assignments: 2, submissions: 1, versions: 1, files: 1, filesAside: 0, people: 9 },
  });
}, 120_000);

test("[F1] the drill finds a file whose row is in the backup but belongs to other bytes", async () => {
  const stolen = "0".repeat(64);
  await server.store.writer
    .insertInto("files")
    .values({ sha256: stolen, size_bytes: 1, media_type: "image/png", stored_at: "" })
    .execute();
  const made = await makeBackup({ dataDir: server.dataDir, target, now: new Date() });
  expect(made).toMatchObject({ ok: true, value: { manifest: { damaged: [expect.any(String)] } } });
  await server.store.writer
    .insertInto("file_arrivals")
    .values({ submission_id: file.submissionId, sha256: stolen, arrived_at: "" })
    .execute();
  await makeBackup({ dataDir: server.dataDir, target, now: new Date() });
  const drill = await restoreDrill({ source: target, port: await freePort(), now: new Date() });
  expect(drill).toMatchObject({ ok: false, error: expect.stringContaining(stolen) });
}, 120_000);
