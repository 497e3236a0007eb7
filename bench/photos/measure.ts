import { join } from "node:path";
import * as z from "zod/mini";
import { must } from "../../shared/invariant.ts";
import {
  type BenchBrowser,
  callBench,
  collectGarbage,
  openBench,
} from "../ground/bench-browser.ts";
import { timeNative, toPpm } from "./native-jpeg.ts";
import type { DebianFiles } from "./natural-photos.ts";
import { watchMemory } from "./process-memory.ts";

const CONTENDERS = ["webp", "jpeg", "library-task", "library", "library-budget"] as const;
const NATIVE = { "native-full": "1/1", "native-reduced": "1/2" } as const;
const ROUNDS = 3;
const QUEUE_LENGTH = 20;
const QUEUE_RUNS = 3;
const SETTLE_MS = 1500;

const Shot = z.object({ ms: z.number(), bytes: z.number() });

/** One contender on one photo: median time of the rounds; bytes and likeness are the same in each. */
export type Figures = { ms: number; bytes: number; ssim: number };
export type Load = { blockMs: number; extraMb: number };

/** Where things are: the page's address, the folder the server stores into, the names in it. */
export type Bench = { url: string; folder: string; sources: string[]; debian: DebianFiles };

/** Makes the 12-MP sources in the browser, since it is the only JPEG resizer at hand. */
export async function makeSources(bench: Bench, photographs: string[]): Promise<void> {
  const browser = await openBench(bench.url);
  for (const [i, photograph] of photographs.entries()) {
    await callBench(browser.page, "makeSource", photograph, `/${bench.sources[i]}`);
  }
  await browser.close();
}

/** Every contender in turn on every photo, ROUNDS times: one interleaved run. Figures per photo. */
export async function runContest(bench: Bench): Promise<Record<string, Figures[]>> {
  const browser = await openBench(bench.url);
  await load(browser, bench, true);
  await warmUp(browser, bench);
  const contests: Record<string, Figures[]> = {};
  const add = (name: string, figures: Figures) => {
    contests[name] = [...(contests[name] ?? []), figures];
  };
  for (const [index, name] of bench.sources.entries()) {
    const shots = new Map<string, z.infer<typeof Shot>[]>();
    const source = join(bench.folder, name);
    const ppm = join(bench.folder, `${index}.ppm`);
    for (let round = 0; round < ROUNDS; round++) {
      for (const contender of CONTENDERS) {
        const shot = Shot.parse(await callBench(browser.page, "shoot", contender, index));
        shots.set(contender, [...(shots.get(contender) ?? []), shot]);
      }
      for (const [contender, scale] of Object.entries(NATIVE)) {
        const ms = timeNative(bench.debian, { source, ppm, scale });
        shots.set(contender, [...(shots.get(contender) ?? []), { ms, bytes: 0 }]);
      }
    }
    for (const contender of CONTENDERS) {
      const ssim = z.number().parse(await callBench(browser.page, "quality", contender, index));
      add(contender, { ...medianOf(shots.get(contender)), ssim });
    }
    for (const contender of Object.keys(NATIVE)) {
      add(contender, { ...medianOf(shots.get(contender)), ssim: 0 });
    }
  }
  await browser.close();
  return contests;
}

/** Queues of photos, each in a fresh browser: how long the page stands still, how much memory it takes. */
export async function runQueues(bench: Bench, contender: "shipped" | "library"): Promise<Load[]> {
  const loads: Load[] = [];
  for (let run = 0; run < QUEUE_RUNS; run++) {
    const browser = await openBench(bench.url);
    await load(browser, bench, false);
    await collectGarbage(browser.page);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const memory = watchMemory(browser.pid);
    const block = await callBench(browser.page, "queue", contender, QUEUE_LENGTH);
    loads.push({ blockMs: z.number().parse(block), extraMb: memory.stop() });
    await browser.close();
  }
  return loads;
}

async function load({ page }: BenchBrowser, bench: Bench, withReferences: boolean): Promise<void> {
  const urls = bench.sources.map((name) => `/${name}`);
  await callBench(page, "load", urls, withReferences);
}

/** First runs compile code and start threads; they also leave the PPMs for the native side. */
async function warmUp({ page }: BenchBrowser, bench: Bench): Promise<void> {
  for (const contender of CONTENDERS) await callBench(page, "shoot", contender, 0);
  for (const index of bench.sources.keys()) {
    await callBench(page, "shoot", "jpeg", index);
    await callBench(page, "jpegBytes", index, `/${index}.small.jpg`);
    toPpm(
      bench.debian,
      join(bench.folder, `${index}.small.jpg`),
      join(bench.folder, `${index}.ppm`),
    );
  }
}

function medianOf(shots: z.infer<typeof Shot>[] = []): z.infer<typeof Shot> {
  const middle = shots.toSorted((a, b) => a.ms - b.ms)[Math.floor(shots.length / 2)];
  return must(middle, "at least one round");
}
