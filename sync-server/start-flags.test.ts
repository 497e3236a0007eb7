import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const COMMAND = /node (?<flags>[^&]*?)\s*sync-server\/main\.ts/;

function flagsIn(file: string): string | undefined {
  return COMMAND.exec(readFileSync(join(ROOT, file), "utf8"))?.groups?.flags;
}

test("the engine runs in production with the flags it is started and measured with", () => {
  expect(flagsIn("deploy/bpm-field.service")).toBe(flagsIn("package.json"));
  expect(flagsIn("package.json")).toBe("--initial-heap-size=512");
});
