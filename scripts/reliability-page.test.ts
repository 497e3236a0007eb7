import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./stages.ts";

const ROWS = 54;
const page = readFileSync(join(ROOT, "docs/reliability.md"), "utf8");

/** `path` “name”, as the page writes it; “fuzz” and “kill” stand for two that it names at its top. */
function namedTests(text: string): { file: string; name: string }[] {
  return [...text.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)` “([^”]+)”/g)].map(
    ([, file = "", name = ""]) => ({ file, name }),
  );
}

test("the catalogue has every row, each with an answer and a test or a reason", () => {
  const rows = page.split("\n").filter((line) => /^\| \d+ \|/.test(line));
  expect(rows.map((row) => Number(row.split("|")[1]))).toEqual(
    Array.from({ length: ROWS }, (_, index) => index + 1),
  );
  for (const row of rows) {
    const [, , fault, answer, proof] = row.split("|").map((cell) => cell.trim());
    expect([fault, answer, proof].every(Boolean), row).toBe(true);
    const isNamed = namedTests(proof ?? "").length > 0 || /\b(fuzz|kill)\b/.test(proof ?? "");
    expect(isNamed || /^No|^Not/.test(proof ?? ""), `a test, or why there is none: ${row}`).toBe(
      true,
    );
  }
});

test("every test that the page names exists under that name", () => {
  const named = namedTests(page);
  expect(named.length).toBeGreaterThan(ROWS / 2);
  for (const { file, name } of named) {
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(readFileSync(join(ROOT, file), "utf8"), `${file} has “${name}”`).toContain(name);
  }
});
