import { spawnSync } from "node:child_process";
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

/**
 * Runs the stages one after the other, all of them even when one fails, each with its output under a
 * heading. The last line printed is "N passed, N failed, N skipped"; the process exits with 1 when
 * anything failed.
 */
export function runStages(stages: Stage[]): void {
  const results = stages.map((stage) => {
    console.log(`\n━━━ ${stage.name} ${"━".repeat(Math.max(0, 76 - stage.name.length))}`);
    const start = performance.now();
    const counts = runStage(stage);
    return { name: stage.name, counts, seconds: (performance.now() - start) / 1000 };
  });

  console.log(`\n━━━ Summary ${"━".repeat(69)}`);
  for (const { name, counts, seconds } of results) {
    const mark = counts.failed === 0 ? "ok    " : "FAILED";
    console.log(`${mark} ${name.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s  ${words(counts)}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  console.log(`\n${words(total)}`);
  if (total.failed > 0) process.exitCode = 1;
}

function runStage({ command: [program, ...args], count }: Stage): Counts {
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PATH: `${ROOT}/node_modules/.bin${delimiter}${process.env.PATH}`,
      // Dozens of servers are started: each compiles what the first one has not left here.
      NODE_COMPILE_CACHE: `${ROOT}/.cache/node`,
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) console.error(error.message);
  const { note, ...counts } = judge(status === 0, count);
  if (note) console.error(note);
  return counts;
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
