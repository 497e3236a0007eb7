import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { buildPage } from "./ground/build-page.ts";
import { serveFolders } from "./ground/serve-folders.ts";
import { type Bench, makeSources, runContest, runQueues } from "./photos/measure.ts";
import { fetchDebianFiles } from "./photos/natural-photos.ts";
import { type PhotoResults, toMarkdown } from "./photos/report.ts";

/** Goal 7: 12-MP photos made ready to send. What it does is told in bench/README.md. */
export async function measurePhotos(port: number): Promise<PhotoResults | undefined> {
  const debian = fetchDebianFiles(join(tmpdir(), "bpm-bench-photos"));
  if (!debian) {
    console.log("Skipped: the photographs and libjpeg-turbo's programs come from Debian packages.");
    return undefined;
  }

  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-page-"));
  await buildPage(join(import.meta.dirname, "photos/page"), folder);

  const originals = [...new Set(debian.photographs.map((path) => dirname(path)))];
  const server = await serveFolders([...originals, folder], port);
  try {
    const bench: Bench = {
      url: `http://localhost:${port}/index.html`,
      folder,
      sources: debian.photographs.map((_, i) => `source-${i}.jpg`),
      debian,
    };
    await makeSources(
      bench,
      debian.photographs.map((path) => `/${basename(path)}`),
    );
    const results: PhotoResults = {
      photos: debian.photographs.map((path) => basename(path)),
      contests: await runContest(bench),
      queues: {
        shipped: await runQueues(bench, "shipped"),
        library: await runQueues(bench, "library"),
      },
    };
    console.log(toMarkdown(results));
    return results;
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}
