import type { Stage } from "./stages.ts";

/** What needs no build and no browser: seconds, fit for every commit. */
export const CHECKS: Stage[] = [
  { name: "Types", command: ["tsc", "-b"] },
  { name: "Lint and format", command: ["biome", "ci"] },
  {
    name: "Unused files, exports and packages",
    command: ["knip", "--no-progress", "--no-config-hints"],
  },
  { name: "Lockfile", command: ["node", "scripts/check-lockfile.ts"] },
];
