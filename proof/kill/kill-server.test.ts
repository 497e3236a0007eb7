import { expect, test } from "vitest";
import { freePort } from "../../sync-server/backup/free-port.ts";
import { killServer } from "./kill-server.ts";
import { POINTS } from "./points.ts";

const CYCLES = Number(process.env.KILL_CYCLES ?? POINTS.length);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 31);
const CYCLE_MS = 30_000;

test(
  `[P3] [R4] [F1] a server killed at any point keeps every receipt it gave (KILL_SEED=${SEED})`,
  async () => {
    const port = await freePort();
    const say = (line: string) => console.log(line);
    const { deaths, receipts, tokens } = await killServer({
      port,
      cycles: CYCLES,
      seed: SEED,
      say,
    });
    say(
      `${receipts} receipts of ${tokens} entries hold, KILL_SEED=${SEED}; died ${JSON.stringify(deaths)}`,
    );
    expect(Object.values(deaths).reduce((sum, one) => sum + one, 0)).toBe(CYCLES);
    if (CYCLES < POINTS.length) return;
    expect(Object.keys(deaths).length, "points it died at").toBeGreaterThan(POINTS.length / 2);
  },
  CYCLE_MS * (CYCLES + 2),
);
