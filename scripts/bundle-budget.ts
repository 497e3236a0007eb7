import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod/mini";
import { MODULES_FILE } from "./list-modules.ts";

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
    dynamicImports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
    /** Workers among them. */
    assets: z.optional(z.array(z.string())),
  }),
);
type Manifest = z.infer<typeof Manifest>;

const Modules = z.record(z.string(), z.array(z.string()));

/** The page for when the app does not open: loaded instead of the app, never with it. */
const RECOVERY = "recovery.html";

/** Screens an officer never opens: the tablet must not pay for them before they are asked for. */
const OTHER_ROLES = /^(province|centre|admin)\//;

/** What browsers load that cannot draw in a worker, and no other: the service worker sorts alike. */
const MAIN_THREAD = /^photos\/main-thread-/;

/** The words of the second language: loaded by those who choose it. */
const ENGLISH = /^i18n\/en\.ts$/;

type Budgets = Record<
  | "firstScripts"
  | "firstStyles"
  | "officerScripts"
  | "englishScripts"
  | "mainThreadScripts"
  | "recoveryScripts",
  number
>;
const KB = 1000;

/** What an officer's tablet may be asked to load, gzip (product: a village's signal is slow). */
export const BUDGETS: Budgets = {
  firstScripts: 110 * KB,
  firstStyles: 25 * KB,
  officerScripts: 180 * KB,
  englishScripts: 12 * KB,
  mainThreadScripts: 22 * KB,
  // No chunk of the app's screens hides in it: the page is for when those do not run.
  recoveryScripts: 20 * KB,
};

export type Measured = { name: string; bytes: number; budget: number };
export type BundleReport = {
  sizes: Measured[];
  /** Gzip bytes by file, largest first, of everything the officer's app loads. */
  files: [file: string, bytes: number][];
  /** Modules of other roles' screens that the officer would load: none are allowed. */
  strangers: string[];
};

/**
 * Measures a build as a browser loads it, gzip: first what index.html pulls in at once, then all
 * that an officer's screens may pull in later in Thai, with the photo worker; and apart what English
 * adds, what is added where photos have to be drawn in the page, and the recovery page.
 */
export function measureBundle(build: string, budgets: Budgets): BundleReport {
  const manifest = Manifest.parse(readJson(join(build, ".vite/manifest.json")));
  const modules = Modules.parse(readJson(join(build, MODULES_FILE)));
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry && key !== RECOVERY);
  const first = reach(manifest, entries, ({ imports = [] }) => imports);
  const loaded = (without: RegExp[]) =>
    reach(manifest, entries, ({ imports = [], dynamicImports = [] }) => [
      ...imports,
      ...dynamicImports.filter((key) => ![OTHER_ROLES, ...without].some((one) => one.test(key))),
    ]);
  const officer = loaded([ENGLISH, MAIN_THREAD]);
  const size = (file: string) => gzipSync(readFileSync(join(build, file))).length;
  const total = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + size(file), 0);
  const officerScripts = new Set([...scripts(manifest, officer), ...workers(manifest, officer)]);
  const added = (keys: Iterable<string>) =>
    [...scripts(manifest, keys)].filter((file) => !officerScripts.has(file));
  const englishScripts = added(loaded([MAIN_THREAD]));
  const mainThreadScripts = added(loaded([ENGLISH]));
  const recovery = manifest[RECOVERY] ? [RECOVERY] : [];
  const recoveryScripts = scripts(
    manifest,
    reach(manifest, recovery, ({ imports = [] }) => imports),
  );
  const everywhere = [...officerScripts, ...englishScripts, ...mainThreadScripts];
  return {
    sizes: [
      {
        name: "First load, scripts",
        bytes: total(scripts(manifest, first)),
        budget: budgets.firstScripts,
      },
      {
        name: "First load, styles",
        bytes: total(styles(manifest, first)),
        budget: budgets.firstStyles,
      },
      {
        name: "Officer's whole app, scripts",
        bytes: total(officerScripts),
        budget: budgets.officerScripts,
      },
      {
        name: "Added by English, scripts",
        bytes: total(englishScripts),
        budget: budgets.englishScripts,
      },
      {
        name: "Added without drawing in a worker",
        bytes: total(mainThreadScripts),
        budget: budgets.mainThreadScripts,
      },
      {
        name: "Recovery page, scripts",
        bytes: total(recoveryScripts),
        budget: budgets.recoveryScripts,
      },
    ],
    files: [...everywhere, ...styles(manifest, officer)]
      .map((file): [string, number] => [file, size(file)])
      .sort(([, a], [, b]) => b - a),
    strangers: everywhere
      .flatMap((file) => modules[file] ?? [])
      .filter((module) => OTHER_ROLES.test(module)),
  };
}

/** The manifest keys of all chunks that can be reached from `start` by the given links. */
function reach(
  manifest: Manifest,
  start: string[],
  links: (chunk: Manifest[string]) => string[],
): Set<string> {
  const reached = new Set(start);
  for (const key of reached) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The manifest names ${key} and does not hold it.`);
    for (const link of links(chunk)) reached.add(link);
  }
  return reached;
}

function scripts(manifest: Manifest, keys: Iterable<string>): Set<string> {
  return new Set([...keys].flatMap((key) => manifest[key]?.file ?? []).filter(isScript));
}

function workers(manifest: Manifest, keys: Iterable<string>): Set<string> {
  return new Set([...keys].flatMap((key) => manifest[key]?.assets ?? []).filter(isScript));
}

function styles(manifest: Manifest, keys: Iterable<string>): Set<string> {
  return new Set([...keys].flatMap((key) => manifest[key]?.css ?? []));
}

function isScript(file: string): boolean {
  return file.endsWith(".js");
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
