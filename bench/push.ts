import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Goal, median } from "./ground/goal.ts";
import { firstReports, makeTablets } from "./ground/reports.ts";
import {
  type Contender,
  type Load,
  startBulkDocs,
  startLimit,
  startOurs,
  startReplication,
} from "./push/contenders.ts";
import { installPouchDb } from "./push/pouchdb.ts";

/** A server runs for months: what is measured is one whose code is compiled. */
const WARM_UP_ROUNDS = 12;
const ROUNDS = 7;
const PUSHES_PER_ROUND = 60;

export type PushResults = {
  /** Reports per CPU-second, each round in turn. */
  rates: Record<string, number[]>;
};

/** Goal 1: reports per second of the serving process's CPU, everyone in turn in every round. */
export async function measurePush(port: number): Promise<PushResults> {
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-push-"));
  const tablets = makeTablets((WARM_UP_ROUNDS + ROUNDS) * PUSHES_PER_ROUND, { perDistrict: 2 });
  const contenders: Contender[] = [];
  try {
    const pouchDb = installPouchDb();
    const place = { folder, peers: pouchDb?.folder ?? "" };
    contenders.push(await startLimit({ ...place, port }));
    contenders.push(await startOurs({ ...place, port }, tablets));
    if (pouchDb) contenders.push(await startBulkDocs({ ...place, port: port + 1 }));
    if (pouchDb?.hasServer) contenders.push(await startReplication({ ...place, port: port + 2 }));

    const rates: Record<string, number[]> = {};
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      const loads = tablets
        .slice(round * PUSHES_PER_ROUND, (round + 1) * PUSHES_PER_ROUND)
        .map((tablet) => ({ tablet, mutations: firstReports(tablet) }));
      for (const contender of contenders) {
        const rate = await rateOf(contender, loads);
        if (round >= WARM_UP_ROUNDS)
          rates[contender.name] = [...(rates[contender.name] ?? []), rate];
      }
    }
    return { rates };
  } finally {
    await Promise.all(contenders.map((contender) => contender.process.stop()));
    rmSync(folder, { recursive: true });
  }
}

async function rateOf(contender: Contender, loads: Load[]): Promise<number> {
  const run = await contender.prepare(loads);
  const before = await contender.process.usage();
  const stored = await run();
  const after = await contender.process.usage();
  const sent = loads.reduce((sum, { mutations }) => sum + mutations.length, 0);
  if (stored !== sent) throw new Error(`${contender.name} stored ${stored} of ${sent} reports`);
  return sent / (after.cpuSeconds - before.cpuSeconds);
}

export function pushGoals({ rates }: PushResults): Goal[] {
  const ours = rates.BPM ?? [];
  const against = (name: string, limit: number): Goal[] => {
    const theirs = rates[name];
    if (!theirs) return [];
    // Per round, then the median: a busy moment of the machine hits both sides of a ratio.
    const value = median(ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN)));
    return [{ name: `push, × ${name}`, value, limit, atLeast: true }];
  };
  return [
    ...against("raw SQLite", 0.6),
    ...against("PouchDB _bulk_docs", 1.3),
    ...against("PouchDB replication", 3),
  ];
}
