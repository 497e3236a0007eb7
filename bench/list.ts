import { join } from "node:path";
import type { Page } from "playwright-core";
import * as z from "zod/mini";
import { callBench, withPageOnDisk } from "./ground/bench-browser.ts";
import { type Goal, median } from "./ground/goal.ts";

const THROTTLE = 4;
const WARM_UP = 5;
const LISTS = 31;
const SEARCH_ROUNDS = 20;

/** What is typed letter by letter, and which filters are tapped. */
const TYPED = ["801-112-S05", "ประชุมหมู่บ้าน", "กองทุน ๑๐", "เศรษฐกิจพอเพียง", "ไม่มีชื่อนี้เลย"];
const FILTERS = ["all", "not-reported", "due-soon", "your-turn"];

const First = z.object({ ours: z.number(), raw: z.number() });

export type ListResults = {
  lists: number;
  /** Medians, in ms, with the CPU four times slower. */
  firstMs: z.infer<typeof First>;
  /** Median of the rounds' ratios. */
  ratio: number;
  /** Of each search or filter the median, in ms; of those the median and the slowest. */
  searchMs: { median: number; slowest: number };
};

/** Goal 6: 2,000 assignments on a slow tablet, against IndexedDB's own getAll. */
export async function measureList(port: number): Promise<ListResults> {
  return withPageOnDisk(join(import.meta.dirname, "list/page"), port, async (page) => {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    const firsts = await measureFirsts(page);
    const searches = await measureSearches(page);
    return {
      lists: firsts.length,
      firstMs: {
        ours: median(firsts.map(({ ours }) => ours)),
        raw: median(firsts.map(({ raw }) => raw)),
      },
      ratio: median(firsts.map(({ ours, raw }) => ours / raw)),
      searchMs: { median: median(searches), slowest: Math.max(...searches) },
    };
  });
}

async function measureFirsts(page: Page): Promise<z.infer<typeof First>[]> {
  const firsts: z.infer<typeof First>[] = [];
  for (let at = 0; at < WARM_UP + LISTS; at++) {
    const first = First.parse(await callBench(page, "listOnce"));
    if (at >= WARM_UP) firsts.push(first);
  }
  return firsts;
}

/** The first rounds compile and do not count: an officer types more than once. */
async function measureSearches(page: Page): Promise<number[]> {
  const asked = [
    ...TYPED.flatMap((text) => Array.from(text, (_, at) => [text.slice(0, at + 1), "all"])),
    ...FILTERS.map((filter) => ["", filter]),
  ];
  const took = asked.map((): number[] => []);
  for (let round = 0; round < WARM_UP + SEARCH_ROUNDS; round++) {
    for (const [at, [query, filter]] of asked.entries()) {
      const ms = z.number().parse(await callBench(page, "searchOnce", query, filter));
      if (round >= WARM_UP) took[at]?.push(ms);
    }
  }
  return took.map(median);
}

export function listGoals({ ratio, searchMs }: ListResults): Goal[] {
  return [
    { name: "first list of 2,000 assignments, × raw getAll", value: ratio, limit: 1.3 },
    {
      name: "the slowest search or filter of them, ms at 4 × throttle",
      value: searchMs.slowest,
      limit: 5,
    },
  ];
}
