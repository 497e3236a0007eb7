import { join } from "node:path";
import * as z from "zod/mini";
import { type BenchBrowser, callBench, openBench } from "../ground/bench-browser.ts";
import { timeNative, toPpm } from "./native-jpeg.ts";
import type { DebianFiles } from "./natural-photos.ts";
import { watchMemory } from "./process-memory.ts";

const CONTENDERS = ["webp", "jpeg", "library", "library-webp"] as const;
const NATIVE = { "native-full": "1/1", "native-reduced": "1/2" } as const;
const ROUNDS = 3;
const QUEUE_LENGTH = 20;

const Shot = z.object({ ms: z.number(), bytes: z.number() });

/** Medians over the rounds, then means over the photos: every photo weighs the same. */
export type Contest = { ms: number; bytes: number; ssim: number };
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

/** Time, bytes and likeness, every contender in turn on every photo: one interleaved run. */
export async function runContest(bench: Bench): Promise<Record<string, Contest>> {
  const browser = await openBench(bench.url);
  await load(browser, bench, true);
  await warmUp(browser, bench);
  const times = new Map<string, number[][]>();
  const bytes = new Map<string, number[]>();
  for (const [index, name] of bench.sources.entries()) {
    for (let round = 0; round < ROUNDS; round++) {
      for (const contender of CONTENDERS) {
        const shot = Shot.parse(await callBench(browser.page, "shoot", contender, index));
        record(times, contender, index, shot.ms);
        bytes.set(contender, [...(bytes.get(contender) ?? []), shot.bytes]);
      }
      const source = join(bench.folder, name);
      const ppm = join(bench.folder, `${index}.ppm`);
      for (const [contender, scale] of Object.entries(NATIVE)) {
        record(times, contender, index, timeNative(bench.debian, { source, ppm, scale }));
      }
    }
  }
  const contests: Record<string, Contest> = {};
  for (const [contender, perPhoto] of times) {
    const likeness: number[] = [];
    for (const index of CONTENDERS.some((name) => name === contender) ? bench.sources.keys() : []) {
      likeness.push(z.number().parse(await callBench(browser.page, "quality", contender, index)));
    }
    contests[contender] = {
      ms: mean(perPhoto.map(median)),
      bytes: mean(bytes.get(contender) ?? []),
      ssim: mean(likeness),
    };
  }
  await browser.close();
  return contests;
}

/** A queue of photos in a fresh browser: how long the page stands still, how much memory it takes. */
export async function runQueue(bench: Bench, contender: "shipped" | "library"): Promise<Load> {
  const browser = await openBench(bench.url);
  await load(browser, bench, false);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const memory = watchMemory(browser.pid);
  const block = await callBench(browser.page, "queue", contender, QUEUE_LENGTH);
  const extraMb = memory.stop();
  await browser.close();
  return { blockMs: z.number().parse(block), extraMb };
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

function record(times: Map<string, number[][]>, contender: string, index: number, ms: number) {
  const perPhoto = times.get(contender) ?? [];
  perPhoto[index] = [...(perPhoto[index] ?? []), ms];
  times.set(contender, perPhoto);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
