import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anAreaBody } from "../../shared/test-builders.ts";
import { publishFile } from "../testing/publish-file.ts";
import { openTestServer, type Tablet, type TestServer } from "../testing/test-server.ts";
import { listBackups, newestBackupAt, removeOldBackups } from "./backup-folders.ts";
import { checkBackup } from "./check-backup.ts";
import { lockFolder } from "./folder-lock.ts";
import { type MadeBackup, makeBackup } from "./make-backup.ts";

let server: TestServer;
let officer: Tablet;
let target: string;

beforeEach(async () => {
  server = await openTestServer();
  officer = await server.signIn("officer");
  target = await mkdtemp(path.join(tmpdir(), "bpm-backups-"));
});
afterEach(async () => {
  await server.close();
  await rm(target, { recursive: true });
});

async function backUp(at = "2024-03-15T19:30:00.000Z"): Promise<MadeBackup> {
  const made = await makeBackup({ dataDir: server.dataDir, target, now: new Date(at) });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

test("[O10] a backup of a running server has every file it names, and then the server says so", async () => {
  const file = await publishFile(server, officer, "หนึ่ง");
  expect(await server.pull(officer)).toMatchObject({ backedUpSeq: 0 });
  const { folder, manifest } = await backUp();
  expect(manifest.files).toEqual([{ path: file.path, sha256: file.sha256 }]);
  expect(await checkBackup(folder)).toEqual({ ok: true, value: manifest });
  const { headSeq, backedUpSeq } = await server.pull(officer);
  expect(backedUpSeq).toBe(headSeq);
  expect(await server.push(officer, server.report())).toMatchObject({ backedUpSeq: headSeq });
  expect(await readdir(target)).toEqual([path.basename(folder), "in-use.lock"]);
});

test("what is written while the database is copied is not in the backup, and is not said to be", async () => {
  await server.push(officer, server.report());
  const { headSeq } = await server.pull(officer);
  const after = server.area({ body: anAreaBody({ areaCode: "2709" }) });
  let late: Promise<unknown> = Promise.resolve();
  const made = await makeBackup({
    dataDir: server.dataDir,
    target,
    now: new Date(),
    onStage: (stage) => {
      if (stage === "database") late = server.push(officer, after);
    },
  });
  await late;
  expect(made).toMatchObject({ ok: true, value: { manifest: { headSeq } } });
  expect(await server.pull(officer)).toMatchObject({ headSeq: headSeq + 1, backedUpSeq: headSeq });
});

test("the next backup is whole in itself, and stores no file twice", async () => {
  const file = await publishFile(server, officer, "หนึ่ง");
  const first = await backUp();
  const second = await backUp("2024-03-16T19:30:00.000Z");
  const inodes = [first, second].map(
    async ({ folder }) => (await stat(path.join(folder, file.path))).ino,
  );
  expect(new Set(await Promise.all(inodes)).size).toBe(1);
  expect(await newestBackupAt(target)).toEqual(new Date("2024-03-16T19:30:00.000Z"));
  expect(await removeOldBackups(target, 1)).toBe(1);
  expect(await listBackups(target)).toEqual([second.folder]);
  expect(await checkBackup(second.folder)).toMatchObject({ ok: true });
});

test("a file that went bad in the backup before is taken from the server again", async () => {
  const file = await publishFile(server, officer, "หนึ่ง");
  const first = await backUp();
  await writeFile(path.join(first.folder, file.path), "rot");
  const second = await backUp("2024-03-16T19:30:00.000Z");
  expect(await checkBackup(first.folder)).toMatchObject({ ok: false });
  expect(await checkBackup(second.folder)).toMatchObject({ ok: true });
});

test("[O10] while the server has lost a file, all else is saved, and no tablet lets go of anything", async () => {
  const [lost, kept] = [
    await publishFile(server, officer, "หนึ่ง"),
    await publishFile(server, officer, "สอง"),
  ];
  await rm(path.join(server.dataDir, lost.path));
  const { folder, manifest } = await backUp();
  expect(manifest.damaged).toEqual([lost.path]);
  expect(manifest.files).toEqual([{ path: kept.path, sha256: kept.sha256 }]);
  expect(await checkBackup(folder)).toMatchObject({ ok: true });
  expect(await server.pull(officer)).toMatchObject({ backedUpSeq: 0 });
});

test.each([
  ["its database", "bpm.sqlite"],
  ["its list", "backup.json"],
])("a backup with %s changed is no backup", async (_name, file) => {
  const { folder } = await backUp();
  const bytes = await readFile(path.join(folder, file));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(path.join(folder, file), bytes);
  expect(await checkBackup(folder)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/\.$/),
  });
});

test("a backup refuses its own data folder, a folder without a database, and a second one at once", async () => {
  const now = new Date();
  const { dataDir } = server;
  const inside = path.join(dataDir, "backups");
  expect(await makeBackup({ dataDir, target: inside, now })).toMatchObject({ ok: false });
  expect(await makeBackup({ dataDir: target, target: dataDir, now })).toMatchObject({ ok: false });
  const lock = lockFolder(target, 0);
  expect(await makeBackup({ dataDir, target, now })).toEqual({
    ok: false,
    error: `Another backup into ${target} is under way.`,
  });
  lock?.release();
  await mkdir(path.join(target, "unfinished-yesterday"));
  await backUp();
  expect((await readdir(target)).filter((name) => name.startsWith("unfinished"))).toEqual([]);
});
