import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod/mini";
import type { Counts } from "./stages.ts";

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/** A file that failed without a failed test (it did not even load) counts as one failure. */
export function countVitest(json: string): Counts {
  const report = VitestReport.parse(JSON.parse(json));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed only on a second try counts as failed; so does an error outside of any test. */
export function countPlaywright(json: string): Counts {
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(json));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** Clears the way for a report, so that an old one is never counted, and returns how to read it. */
export function expectReport(file: string, count: (json: string) => Counts): () => Counts {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return () => count(readFileSync(file, "utf8"));
}
