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
])("%j is refused with one sentence", (env, sentence) => {
  const read = readConfig(env);
  if (read.ok) throw new Error("It was taken");
  expect(read.error).toHaveLength(1);
  expect(read.error[0]).toMatch(sentence);
  expect(read.error[0]).toMatch(/\.$/);
});
