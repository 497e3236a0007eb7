import { build } from "vite";

/** Builds a benchmark's page into `folder` as the app is built: minified, modules, no polyfills. */
export async function buildPage(root: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    root,
    cacheDir: `${folder}/cache`,
    build: { outDir: folder, emptyOutDir: false, modulePreload: { polyfill: false } },
    worker: { format: "es" },
  });
}
