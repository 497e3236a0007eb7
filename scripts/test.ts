import { CHECKS } from "./checks.ts";
import { countPlaywright, countVitest, expectReport } from "./count-tests.ts";
import { ROOT, runStages, type Stage } from "./stages.ts";

const REPORTS = `${ROOT}/.cache/reports`;

function vitest(project: string, name: string): Stage {
  const report = `${REPORTS}/${project}.json`;
  return {
    name,
    command: [
      "vitest",
      "run",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    count: expectReport(report, countVitest),
  };
}

runStages([
  { name: "A Chromium for the tests", command: ["node", "scripts/find-chromium.ts"] },
  ...CHECKS,
  { name: "Build", command: ["vite", "build"] },
  vitest("node", "Tests: shared, server, scripts"),
  vitest("tablet", "Tests: the tablet's database and sync"),
  vitest("browser", "Tests: in a real browser"),
  { name: "Bundle budget", command: ["node", "scripts/check-bundle.ts"] },
  {
    name: "Tests: end to end",
    command: ["playwright", "test", "--grep-invert", "@long"],
    count: expectReport(`${REPORTS}/playwright.json`, countPlaywright),
  },
]);
