import { CHECKS } from "./checks.ts";
import { countPlaywright, countVitest, expectReport } from "./count-tests.ts";
import { ROOT, runStages, type Stage } from "./stages.ts";

const REPORTS = `${ROOT}/.cache/reports`;

function vitest(name: string, ...projects: string[]): Stage {
  const report = `${REPORTS}/${projects.join("-")}.json`;
  return {
    name,
    command: [
      "vitest",
      "run",
      ...projects.map((project) => `--project=${project}`),
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
  // Together: the fuzz keeps one core busy for longer than the rest of its project.
  vitest("Tests: shared, server, tablet", "node", "tablet"),
  vitest("Tests: in a real browser", "browser"),
  { name: "Bundle budget", command: ["node", "scripts/check-bundle.ts"] },
  {
    name: "Tests: end to end",
    command: ["playwright", "test", "--grep-invert", "@long"],
    count: expectReport(`${REPORTS}/playwright.json`, countPlaywright),
  },
]);
