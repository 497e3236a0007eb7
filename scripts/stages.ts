import { spawn } from "node:child_process";
import { delimiter } from "node:path";

export type Counts = { passed: number; failed: number; skipped: number };

/** One command of a run. Without `count` it is a check, which counts as one test. */
export type Stage = {
  name: string;
  command: [program: string, ...args: string[]];
  /** Reads what the runner reported. Called after the command ended, well or badly. */
  count?: () => Counts;
};

export const ROOT = `${import.meta.dirname}/..`;

/** Stages that run one after the other. */
export type Lane = Stage[];

type Result = { name: string; counts: Counts; seconds: number };

/**
 * Runs the groups one after the other, the lanes of a group side by side, and every stage even when
 * one fails, each with its output under a heading. The last line printed is
 * "N passed, N failed, N skipped"; the process exits with 1 when anything failed.
 */
export async function runStages(...groups: Lane[][]): Promise<void> {
  const results: Result[] = [];
  for (const lanes of groups) results.push(...(await sideBySide(lanes, runStage)));

  console.log(`\n━━━ Summary ${"━".repeat(69)}`);
  for (const { name, counts, seconds } of results) {
    const mark = counts.failed === 0 ? "ok    " : "FAILED";
    console.log(`${mark} ${name.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s  ${words(counts)}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  console.log(`\n${words(total)}`);
  if (total.failed > 0) process.exitCode = 1;
}

/** What each stage comes to, lane by lane. */
export async function sideBySide<R>(
  lanes: Lane[],
  run: (stage: Stage, isAlone: boolean) => Promise<R>,
): Promise<R[]> {
  const results = lanes.map(async (lane) => {
    const ofLane: R[] = [];
    for (const stage of lane) ofLane.push(await run(stage, lanes.length === 1));
    return ofLane;
  });
  return (await Promise.all(results)).flat();
}

/** Beside others, a stage is heard of when it has ended: two at once could not be read. */
async function runStage({ name, command, count }: Stage, isAlone: boolean): Promise<Result> {
  const heading = `\n━━━ ${name} ${"━".repeat(Math.max(0, 76 - name.length))}`;
  if (isAlone) console.log(heading);
  const start = performance.now();
  const { succeeded, said } = await runCommand(command, isAlone);
  const { note, ...counts } = judge(succeeded, count);
  if (!isAlone) console.log(`${heading}\n${said}`);
  if (note) console.error(note);
  return { name, counts, seconds: (performance.now() - start) / 1000 };
}

/** @returns what it said, where it did not say so itself */
async function runCommand([program, ...args]: Stage["command"], isAlone: boolean) {
  const output = isAlone ? "inherit" : "pipe";
  const child = spawn(program, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
      PATH: `${ROOT}/node_modules/.bin${delimiter}${process.env.PATH}`,
      // Dozens of servers are started: each compiles what the first one has not left here.
      NODE_COMPILE_CACHE: `${ROOT}/.cache/node`,
    },
    stdio: ["ignore", output, output],
  });
  const said: Buffer[] = [];
  const hear = (chunk: Buffer) => said.push(chunk);
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const succeeded = await new Promise<boolean>((resolve) => {
    child.once("close", (code) => resolve(code === 0));
    child.once("error", ({ message }) => {
      console.error(message);
      resolve(false);
    });
  });
  return { succeeded, said: Buffer.concat(said).toString() };
}

/** What a stage counts for: a runner that ran nothing, or left no report, has failed. */
export function judge(succeeded: boolean, count?: () => Counts): Counts & { note?: string } {
  const one = { passed: 1, failed: 0, skipped: 0 };
  const oneFailure = { passed: 0, failed: 1, skipped: 0 };
  if (!count) return succeeded ? one : oneFailure;
  try {
    const counts = count();
    if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, note: "No test ran." };
    if (succeeded || counts.failed > 0) return counts;
    return { ...counts, failed: 1, note: "The runner failed beside its tests." };
  } catch (error) {
    return { ...oneFailure, note: `The runner left no report that can be read: ${error}` };
  }
}

function sum(all: Counts[]): Counts {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
