import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod/mini";
import type { PushRequest } from "../../shared/push.ts";
import type { Post } from "./http-client.ts";
import { type MeasuredProcess, startProcess } from "./measured-process.ts";
import type { Tablet } from "./reports.ts";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = "sync-server/main.ts";

/** The server as `npm start` starts it, log and all, on a data folder that `seedServer` made. */
export async function startApp(
  dataDir: string,
  port: number,
): Promise<{
  process: MeasuredProcess;
  /** A push as a tablet whose session has ended sends it: by its device credential alone. */
  postOf(tablet: Tablet, request: PushRequest): Post;
}> {
  const process = await startProcess(join(ROOT, MAIN), {
    flags: startFlags(),
    env: { PORT: String(port), DATA_DIR: dataDir, DEMO: "off" },
    readyUrl: `http://127.0.0.1:${port}/api/health`,
  });
  return {
    process,
    postOf: ({ deviceToken }, request) => ({
      path: "/api/sync/push",
      headers: {
        "content-type": "application/json",
        "content-encoding": "gzip",
        cookie: `bpm_device=${deviceToken}`,
        origin: `http://localhost:${port}`,
      },
      body: gzipSync(JSON.stringify(request)),
    }),
  };
}

/** The engine's flags in `npm start`. */
function startFlags(): string[] {
  const { scripts } = Package.parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  const words = scripts.start.split(" ");
  const from = words.lastIndexOf("node") + 1;
  return words.slice(from, words.indexOf(MAIN, from));
}

const Package = z.object({ scripts: z.object({ start: z.string() }) });
