import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readInstallation } from "./installation.ts";
import { assertDurable, openStore, prepareConnection } from "./open.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bpm-store-"));
});
afterEach(() => rm(folder, { recursive: true }));

const fresh = { demo: false, now: "2024-03-15T03:00:00Z" };

test("[R4] a prepared connection is durable after a write", () => {
  const connection = new Database(path.join(folder, "a.sqlite"));
  prepareConnection(connection);
  connection.exec("create table t (x)");
  expect(() => assertDurable(connection)).not.toThrow();
  connection.close();
});

test("[R4] without FULL said explicitly, the check after a write fails", () => {
  const connection = new Database(path.join(folder, "a.sqlite"));
  connection.pragma("journal_mode = WAL");
  connection.exec("create table t (x)");
  expect(() => assertDurable(connection)).toThrow(/not FULL/);
  connection.close();
});

test("opening again keeps the epoch, the data and what kind of data it is", async () => {
  const file = path.join(folder, "a.sqlite");
  const first = await openStore(file, { ...fresh, demo: true });
  const { epoch } = await readInstallation(first.reader);
  await first.close();
  const second = await openStore(file, fresh);
  expect(await readInstallation(second.reader)).toMatchObject({ epoch, demo: 1 });
  await second.close();
});

test("the reader cannot write", async () => {
  const store = await openStore(path.join(folder, "a.sqlite"), fresh);
  const write = store.reader.updateTable("installation").set({ head_seq: 9 }).execute();
  await expect(write).rejects.toThrow(/readonly/);
  await store.close();
});

test("a writing transaction takes the lock when it begins", async () => {
  const file = path.join(folder, "a.sqlite");
  const store = await openStore(file, fresh);
  const other = new Database(file, { timeout: 0 });
  await store.writer.transaction().execute(async () => {
    expect(() => other.exec("begin immediate")).toThrow(/locked/);
  });
  expect(() => other.exec("begin immediate; rollback")).not.toThrow();
  other.close();
  await store.close();
});
