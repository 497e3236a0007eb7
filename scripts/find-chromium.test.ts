import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "chromium-"));
afterAll(() => rmSync(folder, { recursive: true }));

function aProgram(name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, "#!/bin/sh\n");
  chmodSync(path, mode);
  return path;
}

test("CHROMIUM_PATH wins over what is installed", () => {
  const wished = aProgram("my-own");
  aProgram("chromium");
  expect(findChromium({ CHROMIUM_PATH: wished, PATH: folder })).toBe(wished);
});

test("a wrong CHROMIUM_PATH is an error, not a reason to take another", () => {
  aProgram("chromium");
  expect(() => findChromium({ CHROMIUM_PATH: join(folder, "gone"), PATH: folder })).toThrow("gone");
});

test("an installed one is found on the PATH, Chrome before Chromium", () => {
  aProgram("chromium");
  const chrome = aProgram("google-chrome");
  expect(findChromium({ PATH: ["/nowhere", folder].join(delimiter) })).toBe(chrome);
});
