import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A folder with exactly these packages in it, outside the project: what we are compared with is never
 * a dependency of ours. Undefined where the registry cannot be reached.
 *
 * @param packages "name@version"
 */
export function installPeers(name: string, packages: string[]): string | undefined {
  const folder = join(tmpdir(), "bpm-bench-peers", name);
  const done = join(folder, "installed");
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  try {
    const options = ["--save-exact", "--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", ...options, ...packages], { cwd: folder, stdio: "ignore" });
  } catch {
    return undefined;
  }
  writeFileSync(done, packages.join("\n"));
  return folder;
}
