import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./stages.ts";

// docs/requirements.md cannot rot: what it names is there.

const REQUIREMENTS = 44;
const SOURCES = ["shared", "web", "sync-server", "e2e", "scripts"];

type Row = { requirement: string; code: string[]; tests: string[] };

function readTable(): Row[] {
  const text = readFileSync(join(ROOT, "docs/requirements.md"), "utf8");
  return [...text.matchAll(/^\| (R\d+) \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, requirement = "", code = "", tests = ""]) => ({
      requirement,
      code: quoted(code),
      tests: quoted(tests),
    }),
  );
}

/** What stands in `backticks`, in a cell. */
function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Titles of all tests, as they stand in the source: %s and all. */
function testTitles(): Set<string> {
  const files = SOURCES.flatMap(filesIn).filter((file) => /\.(test|spec)\.tsx?$/.test(file));
  const titles = new Set<string>();
  for (const file of files) {
    for (const [, title = ""] of readFileSync(file, "utf8").matchAll(TITLE)) titles.add(title);
  }
  return titles;
}

/** `test("…"`, `describe("…"`, and the `])("…"` or `(ROWS)("…"` of a table of tests. */
const TITLE = /(?:\b(?:test|describe)\(|\]\)\(|\.each\([\w.]+\)\()\s*"((?:[^"\\]|\\.)*)"/g;

const table = readTable();

test("every requirement of the manual, R1 to R44, has one row", () => {
  const wanted = Array.from({ length: REQUIREMENTS }, (_, at) => `R${at + 1}`);
  expect(table.map(({ requirement }) => requirement)).toEqual(wanted);
});

test("every row names code and at least one test", () => {
  const bare = table.filter(({ code, tests }) => code.length === 0 || tests.length === 0);
  expect(bare.map(({ requirement }) => requirement)).toEqual([]);
});

test("every test that is named exists", () => {
  const titles = testTitles();
  const missing = table.flatMap(({ requirement, tests }) =>
    tests.filter((title) => !titles.has(title)).map((title) => `${requirement}: ${title}`),
  );
  expect(missing).toEqual([]);
});

test("every file that is named exists", () => {
  const files = new Set(SOURCES.flatMap(filesIn).map((file) => relative(ROOT, file)));
  const missing = table.flatMap(({ code }) => code).filter((file) => !files.has(file));
  expect(missing).toEqual([]);
});
