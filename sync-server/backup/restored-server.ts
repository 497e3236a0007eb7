import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Health } from "../../shared/pull.ts";
import { err, ok, type Result } from "../../shared/result.ts";

const MAIN = path.join(import.meta.dirname, "..", "main.ts");
const START_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

export type RestoredServer = { origin: string; epoch: string; stop(): Promise<void> };

/** The real server, as in production, on a restored data folder. */
export async function startRestoredServer({
  dataDir,
  port,
}: {
  dataDir: string;
  port: number;
}): Promise<Result<RestoredServer, string>> {
  const child = spawn(process.execPath, [MAIN], {
    env: { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "silent" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  const origin = `http://localhost:${port}`;
  for (let waited = 0; waited < START_WITHIN_MS; waited += ASK_EVERY_MS) {
    if (child.exitCode !== null) return err(`The restored server does not start: ${said.trim()}`);
    const reply = await fetch(`${origin}/api/health`).catch(() => undefined);
    const health = reply?.ok ? Health.parse(await reply.json()) : undefined;
    if (health) return ok({ origin, epoch: health.epoch, stop });
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  await stop();
  return err(`The restored server does not answer within ${START_WITHIN_MS / 1000} s.`);
}
