import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("an empty environment is a server for this machine alone", () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      port: 8080,
      host: "127.0.0.1",
      dataDir: "./data",
      demo: undefined,
      publicOrigin: "http://localhost:8080",
      logLevel: "info",
      trustProxy: false,
      backup: undefined,
      admin: undefined,
    },
  });
});

test.each([
  [{ PORT: "0" }, /PORT must be/],
  [{ PORT: "80a" }, /PORT must be/],
  [{ HOST: "" }, /HOST must be/],
  [{ DEMO: "yes" }, /DEMO must be on or off/],
  [{ PUBLIC_ORIGIN: "bpm.example" }, /PUBLIC_ORIGIN must be/],
  [{ PUBLIC_ORIGIN: "https://bpm.example/" }, /PUBLIC_ORIGIN must be/],
  [{ LOG_LEVEL: "loud" }, /LOG_LEVEL must be one of/],
  [{ TRUST_PROXY: "1" }, /TRUST_PROXY must be/],
  [{ ADMIN_USERNAME: "a", ADMIN_PASSWORD: "short" }, /at least 12 characters/],
  [{ ADMIN_USERNAME: "a" }, /belong together/],
  [{ BACKUP_DIR: "/backups", BACKUP_AT: "2.30" }, /BACKUP_AT must be a time/],
  [{ BACKUP_DIR: "/backups", BACKUP_KEEP: "0" }, /BACKUP_KEEP must be/],
  [{ BACKUP_DIR: "" }, /BACKUP_DIR must be a folder/],
  [{ BACKUP_DIR: "./data/backups" }, /outside DATA_DIR/],
  [{ BACKUP_KEEP: "3" }, /without BACKUP_DIR/],
])("%j is refused with one sentence", (env, sentence) => {
  const read = readConfig(env);
  if (read.ok) throw new Error("It was taken");
  expect(read.error).toHaveLength(1);
  expect(read.error[0]).toMatch(sentence);
  expect(read.error[0]).toMatch(/\.$/);
});

test("a folder for backups is enough for one every night", () => {
  expect(readConfig({ BACKUP_DIR: "/backups" })).toMatchObject({
    value: { backup: { dir: "/backups", at: 150, keep: 30 } },
  });
  expect(readConfig({ BACKUP_DIR: "/b", BACKUP_AT: "23:15", BACKUP_KEEP: "7" })).toMatchObject({
    value: { backup: { dir: "/b", at: 1395, keep: 7 } },
  });
});
