import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Point } from "./points.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const DIE_AT = pathToFileURL(path.join(import.meta.dirname, "die-at.ts")).href;
const UP_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 20;

export type MortalServer = {
  /** Whether it came up; it may have died before. */
  isUp: boolean;
  /** Ends it, as by kill -9, unless it is dead already. @returns whether it was */
  kill(): Promise<{ wasDead: boolean }>;
};

/** The real server, as `npm start` runs it, on its own data; perhaps doomed to die at a point. */
export async function startMortalServer(
  { port, dataDir }: { port: number; dataDir: string },
  doom?: { at: Point; nth: number },
): Promise<MortalServer> {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["--import", DIE_AT, "sync-server/main.ts"], {
    cwd: ROOT,
    env: { ...env, DIE_AT: doom ? `${doom.at}:${doom.nth}` : "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(child, "exit");
  const isDead = () => child.exitCode !== null || child.signalCode !== null;
  const isUp = await comesUp(child, port);
  return {
    isUp,
    async kill() {
      const wasDead = isDead();
      if (!wasDead) child.kill("SIGKILL");
      await gone;
      if (child.signalCode !== "SIGKILL") throw new Error("The server ended by itself");
      return { wasDead };
    },
  };
}

async function comesUp(child: ChildProcess, port: number): Promise<boolean> {
  const until = Date.now() + UP_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const reply = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined);
    if (reply?.ok) return true;
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
  }
  throw new Error("The server does not come up");
}
