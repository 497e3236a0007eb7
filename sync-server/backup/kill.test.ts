import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishFile } from "../testing/publish-file.ts";
import { openTestServer, type Tablet, type TestServer } from "../testing/test-server.ts";
import { listBackups } from "./backup-folders.ts";
import { DATABASE } from "./backup-manifest.ts";
import { checkBackup, findDamaged } from "./check-backup.ts";
import { finishRestore } from "./finish-restore.ts";
import { lockFolder } from "./folder-lock.ts";
import { makeBackup } from "./make-backup.ts";
import { filesNamedIn, readLife } from "./read-database.ts";

// Real processes, killed as by kill -9 between the stages of a backup and of a restore.

const PROGRAM = path.join(import.meta.dirname, "..", "testing", "die-at-stage.ts");

let server: TestServer;
let officer: Tablet;
let target: string;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
  target = await mkdtemp(path.join(tmpdir(), "bpm-backups-"));
  await publishFile(server, officer, "หนึ่ง");
});
afterEach(async () => {
  await server.close();
  await rm(target, { recursive: true });
});

async function dieAt(what: "backup" | "restore", stage: string, dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, what, stage, dataDir, target]);
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

test.each([
  ["database", 0],
  ["files", 0],
  ["checked", 0],
  ["named", 1],
  ["noted", 1],
])("a backup killed at “%s” is none, or whole; the next one is", async (stage, there) => {
  await dieAt("backup", stage, server.dataDir);
  const backups = await listBackups(target);
  expect(backups).toHaveLength(there);
  for (const folder of backups) expect(await checkBackup(folder)).toMatchObject({ ok: true });
  const { headSeq, backedUpSeq } = await server.pull(officer);
  expect(backedUpSeq, "[O10]").toBe(stage === "noted" ? headSeq : 0);

  const made = await makeBackup({ dataDir: server.dataDir, target, now: new Date() });
  expect(made).toMatchObject({ ok: true });
  expect(await server.pull(officer)).toMatchObject({ backedUpSeq: headSeq });
});

test.each([
  ["checked", "old"],
  ["copied", "old"],
  ["ready", "new"],
  ["aside", "new"],
  ["moved-in", "new"],
])("a restore killed at “%s” leaves the %s data, whole", async (stage, expected) => {
  await makeBackup({ dataDir: server.dataDir, target, now: new Date() });
  const dataDir = await mkdtemp(path.join(tmpdir(), "bpm-restored-"));
  const old = await openTestServer();
  try {
    await publishFile(old, await old.signIn("officer"), "สอง");
    const oldEpoch = lifeOf(old.dataDir).epoch;
    await old.store.close();
    await dieAt("restore", stage, old.dataDir);

    // As a server does when it starts.
    const lock = lockFolder(old.dataDir, 0);
    await finishRestore(old.dataDir);
    lock?.release();
    expect(lifeOf(old.dataDir).epoch === oldEpoch ? "old" : "new").toBe(expected);
    expect(await damagedIn(old.dataDir)).toEqual([]);
  } finally {
    await old.close();
    await rm(dataDir, { recursive: true });
  }
});

function lifeOf(dataDir: string) {
  return reading(dataDir, readLife);
}

async function damagedIn(dataDir: string) {
  const named = reading(dataDir, filesNamedIn);
  expect(named).toHaveLength(1);
  return findDamaged(dataDir, named);
}

function reading<T>(dataDir: string, read: (database: Database.Database) => T): T {
  const database = new Database(path.join(dataDir, DATABASE), { fileMustExist: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
