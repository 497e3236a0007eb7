import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { ROOT } from "./stages.ts";

/** What the build is made of: when any of it is newer than the build, it is built again. */
const SOURCES = ["web", "shared", "public", "vite.config.ts", "package-lock.json"];
const BUILT = "dist/web/index.html";

function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, changedAt(`${path}/${name}`)),
    stat.mtimeMs,
  );
}

const newestSource = Math.max(...SOURCES.map((path) => changedAt(`${ROOT}/${path}`)));
if (newestSource > changedAt(`${ROOT}/${BUILT}`)) {
  execFileSync(`${ROOT}/node_modules/.bin/vite`, ["build"], { cwd: ROOT, stdio: "inherit" });
}
