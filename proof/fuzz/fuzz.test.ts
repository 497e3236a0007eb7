import fc from "fast-check";
import { expect, test } from "vitest";
import { aRun } from "./commands.ts";
import { explain, run } from "./run.ts";

// The system test: up to five tablets with the app's real code on fake IndexedDB, the real server
// on a real SQLite file, and between them everything that can go wrong. Each run is a new world.
// Repeat one with its FUZZ_SEED; `npm run fuzz -- --minutes 600` goes on for a night.

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const COMMANDS = Number(process.env.FUZZ_COMMANDS ?? 20_000);
const COMMANDS_PER_RUN = 250;
const MINUTE_MS = 60_000;
/** On a busy machine fewer commands run; how many is printed. */
const TIME_LIMIT_MS = Number(process.env.FUZZ_MINUTES ?? 3) * MINUTE_MS;
const AT_LEAST = Math.min(COMMANDS, 4 * COMMANDS_PER_RUN);
/** Given to the search for the shortest failing run. */
const TIME_TO_EXPLAIN_MS = Number(process.env.FUZZ_EXPLAIN_MINUTES ?? 2) * MINUTE_MS;

test(
  `[S1] [S2] [S3] nothing is lost, doubled or left over (FUZZ_SEED=${SEED})`,
  async () => {
    let clean = 0;
    const property = fc.asyncProperty(aRun(COMMANDS_PER_RUN), async (planned) => {
      await run(planned);
      clean += planned.length;
    });
    const { counterexample } = await fc.check(property, {
      seed: SEED,
      numRuns: Math.ceil(COMMANDS / COMMANDS_PER_RUN),
      interruptAfterTimeLimit: TIME_LIMIT_MS,
      endOnFailure: true,
    });
    console.log(`${clean} commands ran clean, FUZZ_SEED=${SEED}`);
    if (counterexample) {
      const until = Date.now() + TIME_TO_EXPLAIN_MS;
      expect.fail(await explain(counterexample[0], () => Date.now() > until));
    }
    expect(clean, "commands that ran").toBeGreaterThanOrEqual(AT_LEAST);
  },
  TIME_LIMIT_MS + 2 * TIME_TO_EXPLAIN_MS,
);
