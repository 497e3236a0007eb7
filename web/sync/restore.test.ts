import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeBackup } from "../../sync-server/backup/make-backup.ts";
import { restoreBackup } from "../../sync-server/backup/restore-backup.ts";
import {
  openTestServer,
  PASSWORD,
  type TestServer,
} from "../../sync-server/testing/test-server.ts";
import { purge } from "../db/purge.ts";
import { aRescueTablet, type RescueTablet } from "../rescue/test-tablet.ts";

// A server whose disk dies, its real backup and restore, and the tablets that were away meanwhile.

const OFFICER = { username: "officer", password: PASSWORD };
const A_YEAR_LATER = new Date(Date.now() + 365 * 24 * 60 * 60_000).toISOString();

let server: TestServer;
let tablet: RescueTablet;
let folders: string[];

beforeEach(async () => {
  folders = [];
  server = await openTestServer();
  const { assignment } = server;
  tablet = await aRescueTablet(
    { assignment, request: (url, init) => server.request(url, init) },
    OFFICER,
  );
});
afterEach(async () => {
  await tablet.close();
  await server.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "bpm-restore-"));
  folders.push(folder);
  return folder;
}

async function backUp(): Promise<string> {
  const target = await aFolder();
  const made = await makeBackup({ dataDir: server.dataDir, target, now: new Date() });
  if (!made.ok) throw new Error(made.error);
  return made.value.folder;
}

/** The server is gone, and the backup takes its place. */
async function restore(source: string): Promise<void> {
  const { assignment, neighbours } = server;
  await server.close();
  const dataDir = await aFolder();
  const restored = await restoreBackup({ source, dataDir, now: new Date() });
  if (!restored.ok) throw new Error(restored.error);
  server = await openTestServer({ restored: { dataDir, assignment, neighbours } });
}

async function onServer() {
  const { reader } = server.store;
  const arrivals = await reader.selectFrom("file_arrivals").selectAll().execute();
  const versions = await reader.selectFrom("versions").select(["version", "body"]).execute();
  return {
    files: arrivals.length,
    texts: versions.map(({ body }) => JSON.parse(body).successPoints),
  };
}

test("[O11] what was received after the backup comes again, text and file, once", async () => {
  const backup = await backUp();
  await tablet.submit(await tablet.write("after"));
  await tablet.sync();
  expect(await onServer()).toEqual({ files: 1, texts: ["after"] });

  await restore(backup);
  expect(await onServer()).toEqual({ files: 0, texts: [] });
  await tablet.sync();
  await tablet.sync();
  expect(await onServer()).toEqual({ files: 1, texts: ["after"] });
  expect(await tablet.db.outbox.count()).toBe(0);
});

test("[O10] [O11] a text in the backup whose file arrived after it: the file comes again", async () => {
  const before = tablet.transport.tus;
  tablet.transport.tus = async () => ({ ok: false, error: { kind: "offline" } });
  await tablet.submit(await tablet.write("before"));
  await expect(tablet.sync()).rejects.toThrow("offline");
  const backup = await backUp();
  tablet.transport.tus = before;
  await tablet.sync();
  await purge(tablet.db, A_YEAR_LATER);
  expect(await tablet.db.settled.count(), "its file is in no backup").toBe(1);
  expect(await onServer()).toEqual({ files: 1, texts: ["before"] });

  await restore(backup);
  expect(await onServer()).toEqual({ files: 0, texts: ["before"] });
  await tablet.sync();
  expect(await onServer()).toEqual({ files: 1, texts: ["before"] });
});

test("[O10] [O11] what is in the backup the tablet let go of, and the restored server has it", async () => {
  await tablet.submit(await tablet.write("long ago"));
  await tablet.sync();
  const backup = await backUp();
  await tablet.sync();
  await purge(tablet.db, A_YEAR_LATER);
  expect(await tablet.db.settled.count()).toBe(0);

  await restore(backup);
  await tablet.sync();
  expect(await onServer()).toEqual({ files: 1, texts: ["long ago"] });
});

test("[O11] an older backup than the newest: files the server lacks come from the mirror's tablet", async () => {
  const oldest = await backUp();
  await tablet.submit(await tablet.write("in the newer one"));
  await tablet.sync();
  await backUp();
  await tablet.sync();
  await restore(oldest);
  await tablet.sync();
  expect(await onServer()).toEqual({ files: 1, texts: ["in the newer one"] });
});

test("[O11] somebody who signed in after the backup signs in again; what waited is not lost", async () => {
  const backup = await backUp();
  await tablet.signIn({ username: "head", password: PASSWORD });
  await tablet.submit(await tablet.write("by the head"));
  await restore(backup);
  await expect(tablet.sync()).rejects.toThrow("signed-out");
  expect(await tablet.db.outbox.count()).toBe(0);
  await tablet.signIn({ username: "head", password: PASSWORD });
  await tablet.sync();
  expect(await tablet.db.outbox.count()).toBe(0);
  expect(await onServer()).toMatchObject({ files: 1 });
});
