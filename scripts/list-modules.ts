import { relative } from "node:path";
import type { Plugin } from "vite";

/** Where, inside the build, the list lies: each chunk's file with the modules in it, relative to web/. */
export const MODULES_FILE = ".vite/modules.json";

/** Writes down which modules went into which chunk, which Vite's own manifest does not tell. */
export function listModules(): Plugin {
  let root = "";
  return {
    name: "list-modules",
    apply: "build",
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const modules: Record<string, string[]> = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk") {
          modules[chunk.fileName] = chunk.moduleIds.map((id) => relative(root, id));
        }
      }
      this.emitFile({ type: "asset", fileName: MODULES_FILE, source: JSON.stringify(modules) });
    },
  };
}
