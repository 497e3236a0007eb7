import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as z from "zod/mini";

const Usage = z.object({ cpuSeconds: z.number(), rssMb: z.number() });
export type Usage = z.infer<typeof Usage>;

/** A process that is measured from outside and started like any other. */
export type MeasuredProcess = {
  /** CPU time so far, of all its threads, and its memory now. */
  usage(): Promise<Usage>;
  /** Sends one message and resolves with the answer. */
  ask(message: string | object): Promise<unknown>;
  stop(): Promise<void>;
};

export type Start = {
  env?: Record<string, string>;
  /** For the engine. */
  flags?: string[];
  readyUrl?: string;
  cwd?: string;
};

/** Starts a program that says "ready" by IPC, or answers at `readyUrl`, once it can work. */
export async function startProcess(
  program: string,
  { env = {}, flags = [], readyUrl, cwd }: Start = {},
): Promise<MeasuredProcess> {
  const child = fork(program, {
    execArgv: ["--import", join(import.meta.dirname, "report-usage.ts"), ...profiling(), ...flags],
    env: { ...process.env, NODE_ENV: "production", ...env },
    ...(cwd === undefined ? {} : { cwd }),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ask = async (message: string | object): Promise<unknown> => {
    const answer = nextMessage(child, program);
    child.send(message);
    return answer;
  };
  if (readyUrl === undefined) await nextMessage(child, program);
  else await answers(child, readyUrl);
  return {
    ask,
    usage: async () => Usage.parse(await ask({ ask: "usage" })),
    stop: async () => {
      if (child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}

/** BENCH_PROFILE=folder leaves a CPU profile of every measured process there. */
function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
}

async function nextMessage(child: ChildProcess, program: string): Promise<unknown> {
  const settled = new AbortController();
  const gone = once(child, "exit", settled).then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, "message", settled), gone]);
    return message;
  } finally {
    settled.abort();
  }
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${url}`);
}
