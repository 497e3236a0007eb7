import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Goal, median, quantile } from "./ground/goal.ts";
import { createHttpClient, type Reply } from "./ground/http-client.ts";
import type { MeasuredProcess } from "./ground/measured-process.ts";
import { createRandom } from "./ground/random.ts";
import { firstReports, makeTablets, pushRequest } from "./ground/reports.ts";
import { seedServer } from "./ground/seed-server.ts";
import { startApp } from "./ground/start-app.ts";

/** Every district office of the country with three tablets, each with a full batch. */
const DEVICES = 2634;
const PER_DISTRICT = 3;
const WITHIN_MS = 10_000;
const SAMPLE_MS = 100;
/** What became of a request whose connection broke. */
const CUT: Reply = { status: 0, text: "", ms: WITHIN_MS };

export type HerdResults = {
  devices: number;
  /** How many pushes were not stored whole, by HTTP status, or what broke. */
  failures: Record<string, number>;
  medianMs: number;
  p99Ms: number;
  slowestMs: number;
  peakRssMb: number;
  /** From the first request to the last reply. */
  seconds: number;
  serverCpuSeconds: number;
};

/** Goal 4: the whole country comes back on line within ten seconds. */
export async function measureHerd(port: number): Promise<HerdResults> {
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-herd-"));
  const tablets = makeTablets(DEVICES, { perDistrict: PER_DISTRICT });
  await seedServer(folder, tablets);
  const { process, postOf } = await startApp(folder, port);
  const random = createRandom(DEVICES);
  const arrivals = tablets.map((tablet) => ({
    post: postOf(tablet, pushRequest(tablet, firstReports(tablet))),
    afterMs: random.int(WITHIN_MS),
  }));
  const client = createHttpClient(port, "new");
  try {
    const before = await process.usage();
    const memory = watchRss(process);
    const start = performance.now();
    const replies = await Promise.all(
      arrivals.map(async ({ post, afterMs }) => {
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        return client.post(post).catch((error: Error) => ({ ...CUT, text: error.message }));
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    const peakRssMb = await memory.stop();
    const after = await process.usage();
    const times = replies.map(({ ms }) => ms);
    return {
      devices: replies.length,
      failures: countByStatus(replies.filter((reply) => !isWhole(reply))),
      medianMs: median(times),
      p99Ms: quantile(times, 0.99),
      slowestMs: Math.max(...times),
      peakRssMb,
      seconds,
      serverCpuSeconds: after.cpuSeconds - before.cpuSeconds,
    };
  } finally {
    client.close();
    await process.stop();
    rmSync(folder, { recursive: true });
  }
}

function isWhole({ status, text }: Reply): boolean {
  return status === 200 && text.split('"outcome":"accepted"').length - 1 === 50;
}

function countByStatus(replies: Reply[]): Record<string, number> {
  const groups = Map.groupBy(replies, ({ status, text }) => (status === 0 ? text : `${status}`));
  return Object.fromEntries([...groups].map(([why, some]) => [why, some.length]));
}

function watchRss(process: MeasuredProcess): { stop(): Promise<number> } {
  let peak = 0;
  let watching = true;
  const samples = (async () => {
    while (watching) {
      peak = Math.max(peak, (await process.usage()).rssMb);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  return {
    stop: async () => {
      watching = false;
      await samples;
      return peak;
    },
  };
}

export function herdGoals(results: HerdResults): Goal[] {
  const failed = Object.values(results.failures).reduce((sum, count) => sum + count, 0);
  return [
    { name: "herd, failed requests", value: failed, limit: 0 },
    { name: "herd, p99 in ms", value: results.p99Ms, limit: 1000 },
    { name: "herd, server memory in MB", value: results.peakRssMb, limit: 300 },
    {
      name: "herd, slowest request × the median",
      value: results.slowestMs / results.medianMs,
      limit: 4,
    },
  ];
}
