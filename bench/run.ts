import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { requireNode } from "../scripts/require-node.ts";
import { type Goal, goalTable, isMet } from "./ground/goal.ts";

// `npm run bench` measures every goal, `npm run bench -- push wire` only those named.

type Measured = { results: object; goals: Goal[] };

const BENCHES: Record<string, (port: number) => Promise<Measured | undefined>> = {
  push: async (port) => {
    const { measurePush, pushGoals } = await import("./push.ts");
    const results = await measurePush(port);
    return { results, goals: pushGoals(results) };
  },
  wire: async (port) => {
    const { measureWire, wireGoals } = await import("./wire.ts");
    const results = await measureWire(port);
    return { results, goals: wireGoals(results) };
  },
  herd: async (port) => {
    const { measureHerd, herdGoals } = await import("./herd.ts");
    const results = await measureHerd(port);
    return { results, goals: herdGoals(results) };
  },
  "draft-save": async (port) => {
    const { measureDraftSave, draftSaveGoals } = await import("./draft-save.ts");
    const results = await measureDraftSave(port);
    return { results, goals: draftSaveGoals(results) };
  },
  typing: async (port) => {
    const { measureTyping, typingGoals } = await import("./typing.ts");
    const results = await measureTyping(port);
    return { results, goals: typingGoals(results) };
  },
  list: async (port) => {
    const { measureList, listGoals } = await import("./list.ts");
    const results = await measureList(port);
    return { results, goals: listGoals(results) };
  },
  photos: async (port) => {
    const { measurePhotos } = await import("./photos.ts");
    const { photoGoals } = await import("./photos/report.ts");
    const results = await measurePhotos(port);
    return results && { results, goals: photoGoals(results) };
  },
  "first-load": async (port) => {
    const { measureFirstLoad, firstLoadGoals } = await import("./first-load.ts");
    const results = await measureFirstLoad(port);
    return { results, goals: firstLoadGoals(results) };
  },
};

const FIRST_PORT = Number(process.env.BENCH_PORT ?? 8500);
const PORTS_EACH = 5;
const GB = 1024 ** 3;

requireNode();
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}

const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
const all: Goal[] = [];
for (const [index, name] of names.entries()) {
  console.log(`Measuring ${name} …`);
  const measured = await BENCHES[name]?.(FIRST_PORT + index * PORTS_EACH);
  if (!measured) continue;
  const report = { ...circumstances(), goals: measured.goals, results: measured.results };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  all.push(...measured.goals);
}
console.log(`\n${goalTable(all)}`);
process.exitCode = all.every(isMet) ? 0 : 1;

function circumstances(): { date: string; machine: string } {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / GB)} GB`;
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpu?.model}, ${memory}, ${process.platform}, Node ${process.version}`,
  };
}
