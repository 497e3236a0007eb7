import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countPlaywright, countVitest, expectReport } from "./count-tests.ts";

const VITEST = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

test("Vitest's pending and todo tests are skipped ones", () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
  expect(countVitest(JSON.stringify({ ...VITEST, testResults }))).toEqual({
    passed: 7,
    failed: 1,
    skipped: 3,
  });
});

test("a test file that does not load counts as one failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countVitest(JSON.stringify({ ...VITEST, testResults })).failed).toBe(2);
});

test("Playwright's flaky tests and errors outside of tests are failures", () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 4, failed: 3, skipped: 2 });
});

test("a report of an earlier run is never counted", () => {
  const file = join(mkdtempSync(join(tmpdir(), "report-")), "vitest.json");
  writeFileSync(file, JSON.stringify({ ...VITEST, testResults: [] }));
  const read = expectReport(file, countVitest);
  expect(read).toThrow("ENOENT");
});
