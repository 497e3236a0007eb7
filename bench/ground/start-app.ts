import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { PushRequest } from "../../shared/push.ts";
import type { Post } from "./http-client.ts";
import { type MeasuredProcess, startProcess } from "./measured-process.ts";
import type { Tablet } from "./reports.ts";

const MAIN = join(import.meta.dirname, "../../sync-server/main.ts");

/** The server as `npm start` starts it, log and all, on a data folder that `seedServer` made. */
export async function startApp(
  dataDir: string,
  port: number,
): Promise<{
  process: MeasuredProcess;
  /** A push as a tablet whose session has ended sends it: by its device credential alone. */
  postOf(tablet: Tablet, request: PushRequest): Post;
}> {
  const process = await startProcess(MAIN, {
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
