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

await runStages(
  [
    [
      { name: "A Chromium for the tests", command: ["node", "scripts/find-chromium.ts"] },
      // Before all tests: some start the server, which reads the build.
      { name: "Build", command: ["vite", "build"] },
    ],
  ],
  // Side by side: the real browser has one page at a time and leaves half of the machine to others,
  // and the fuzz keeps one core busy for longer than the rest of its lane.
  [
    [vitest("Tests: shared, server, tablet", "node", "tablet")],
    [
      ...CHECKS,
      { name: "Bundle budget", command: ["node", "scripts/check-bundle.ts"] },
      vitest("Tests: in a real browser", "browser"),
    ],
  ],
  [
    [
      {
        name: "Tests: end to end",
        command: ["playwright", "test", "--grep-invert", "@long"],
        count: expectReport(`${REPORTS}/playwright.json`, countPlaywright),
      },
    ],
  ],
);
