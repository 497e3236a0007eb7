import { readFileSync } from "node:fs";
import * as z from "zod/mini";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.optional(z.record(z.string(), z.string())) }),
  ),
});
type Lockfile = z.infer<typeof Lockfile>;

/**
 * Optional packages that the lockfile names but does not hold, as "name@range (for package)".
 * npm leaves out the ones for other platforms that a registry did not serve, and `npm ci` then
 * refuses the lockfile on every machine.
 */
export function missingPackages({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesToLook(path).some((place) => `${place}${name}` in packages))
      .map(([name, range]) => `${name}@${range} (for ${path || "the project"})`),
  );
}

/** Where Node looks for a dependency of the package at `path`: its own folder first, the root last. */
function placesToLook(path: string): string[] {
  const own = path ? [`${path}/node_modules/`] : [];
  const parents = [...path.matchAll(/(^|\/)node_modules\//g)].map(({ index, 0: found }) =>
    path.slice(0, index + found.length),
  );
  return [...own, ...parents.reverse(), "node_modules/"];
}

if (import.meta.main) {
  const missing = missingPackages(
    Lockfile.parse(JSON.parse(readFileSync("package-lock.json", "utf8"))),
  );
  if (missing.length === 0) {
    console.log("The lockfile holds every platform's packages.");
  } else {
    console.error(
      "`npm ci` would refuse this lockfile. It lacks:",
      ...missing.map((m) => `\n  ${m}`),
    );
    process.exitCode = 1;
  }
}
