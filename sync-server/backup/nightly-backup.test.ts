import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { openTestServer } from "../testing/test-server.ts";
import { listBackups } from "./backup-folders.ts";
import { checkBackup } from "./check-backup.ts";
import { startNightlyBackup } from "./nightly-backup.ts";

test("a server without a backup makes one soon after it started, in a process of its own", async () => {
  const server = await openTestServer();
  const dir = await mkdtemp(path.join(tmpdir(), "bpm-backups-"));
  const lines: string[] = [];
  const stop = startNightlyBackup({
    backup: { dir, at: 150, keep: 2 },
    dataDir: server.dataDir,
    log: pino({ level: "info" }, { write: (line: string) => lines.push(line) }),
    now: () => new Date(),
    startDelayMs: 0,
  });
  await vi.waitFor(() => expect(lines).toHaveLength(1), 60_000);
  stop();
  expect(lines[0]).toContain("read again and found right");
  const [folder = ""] = await listBackups(dir);
  expect(await checkBackup(folder)).toMatchObject({ ok: true });
  await server.close();
  await rm(dir, { recursive: true });
}, 90_000);

test("a backup that fails is said, with what the command said", async () => {
  const lines: string[] = [];
  const stop = startNightlyBackup({
    backup: { dir: path.join(tmpdir(), "bpm-never"), at: 150, keep: 2 },
    dataDir: path.join(tmpdir(), "bpm-no-such-data"),
    log: pino({ level: "info" }, { write: (line: string) => lines.push(line) }),
    now: () => new Date(),
    startDelayMs: 0,
  });
  await vi.waitFor(() => expect(lines).toHaveLength(1), 60_000);
  stop();
  expect(lines[0]).toContain("holds no database to back up");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 50 });
}, 90_000);
