import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod/mini";

const ROOT = resolve(import.meta.dirname, "../..");

/** It takes a second or two; on a machine that is busy with other things, ten. */
const PATIENCE_MS = 60_000;

const DemoAccount = z.object({
  username: z.string(),
  password: z.string(),
  role: z.string(),
  office: z.string(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

/** The real server, as `npm start` runs it, on a free port and a data folder of its own. */
export type TestServer = {
  origin: string;
  dataDir: string;
  account: (role: string, office?: string) => DemoAccount;
  /** Stops it as the machine would in a power cut. */
  kill: () => Promise<void>;
  /** Stops it in peace. */
  stop: () => Promise<void>;
  /** Starts it again on the same port and data. */
  restart: () => Promise<void>;
  /** Stops it for good and removes its data. */
  remove: () => Promise<void>;
};

export async function startServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "bpm-field-e2e-"));
  // See make-demo.ts; without it the server makes its demo itself.
  const demo = process.env.E2E_DEMO_FOLDER;
  if (demo) cpSync(demo, dataDir, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let running = await start(port, dataDir, environment);

  return {
    origin,
    dataDir,
    account: (role, office = "") => account(dataDir, role, office),
    kill: () => stop(running, "SIGKILL"),
    stop: () => stop(running, "SIGTERM"),
    restart: async () => {
      running = await start(port, dataDir, environment);
    },
    remove: async () => {
      await stop(running, "SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(port: number, dataDir: string, environment: Record<string, string>) {
  const server = spawn(process.execPath, [join(ROOT, "sync-server/main.ts")], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  server.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error(`The server stopped at once:\n${said}`);
    const healthy = await fetch(`http://localhost:${port}/api/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (healthy) return server;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  server.kill("SIGKILL");
  throw new Error(`The server did not answer within ${PATIENCE_MS / 1000} s:\n${said}`);
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill(signal);
  await gone;
}

function account(dataDir: string, role: string, office: string): DemoAccount {
  const accounts = z
    .array(DemoAccount)
    .parse(JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8")));
  const found = accounts.find((one) => one.role === role && one.office.includes(office));
  if (!found) throw new Error(`No demo account ${role} of ${office}`);
  return found;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
