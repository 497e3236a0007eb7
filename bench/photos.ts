import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { build } from "vite";
import { type Bench, makeSources, runContest, runQueues } from "./photos/measure.ts";
import { fetchDebianFiles } from "./photos/natural-photos.ts";
import { goalsOf, isMet, toMarkdown } from "./photos/report.ts";
import { serveFolders } from "./photos/serve-folders.ts";

// Goal 7 on this machine: `node bench/photos.ts`. What it does is told in bench/README.md.

const PORT = Number(process.env.BENCH_PORT ?? 8210);
const RESULTS = join(import.meta.dirname, "results/photos.json");

const debian = fetchDebianFiles(join(tmpdir(), "bpm-bench-photos"));
if (!debian) {
  console.log("Skipped: the photographs and libjpeg-turbo's programs come from Debian packages.");
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "bpm-bench-page-"));
await build({
  configFile: false,
  logLevel: "warn",
  root: join(import.meta.dirname, "photos/page"),
  cacheDir: join(folder, "cache"),
  build: { outDir: folder, emptyOutDir: false, modulePreload: { polyfill: false } },
  worker: { format: "es" },
});

const originals = [...new Set(debian.photographs.map((path) => dirname(path)))];
const server = await serveFolders([...originals, folder], PORT);
try {
  const bench: Bench = {
    url: `http://localhost:${PORT}/index.html`,
    folder,
    sources: debian.photographs.map((_, i) => `source-${i}.jpg`),
    debian,
  };
  await makeSources(
    bench,
    debian.photographs.map((path) => `/${basename(path)}`),
  );
  const results = {
    photos: debian.photographs.map((path) => basename(path)),
    contests: await runContest(bench),
    queues: {
      shipped: await runQueues(bench, "shipped"),
      library: await runQueues(bench, "library"),
    },
  };
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  console.log(toMarkdown(results));
  process.exitCode = goalsOf(results).every(isMet) ? 0 : 1;
} finally {
  server.close();
  rmSync(folder, { recursive: true });
}
