import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUDGETS, measureBundle } from "../scripts/bundle-budget.ts";
import { ROOT } from "../scripts/stages.ts";
import { openVisitor, type Visit } from "./first-load/time-to-usable.ts";
import { buildPage } from "./ground/build-page.ts";
import { type Goal, median } from "./ground/goal.ts";
import { installPeers } from "./ground/peers.ts";
import { makeTablets } from "./ground/reports.ts";
import { seedServer } from "./ground/seed-server.ts";
import { serveFolders } from "./ground/serve-folders.ts";
import { startApp } from "./ground/start-app.ts";

const ROUNDS = 7;
const KB = 1000;
const ODK = ["@getodk/web-forms@0.22.0", "vue@3.5.29"];

export type FirstLoadResults = {
  scriptKb: number;
  styleKb: number;
  /** Ms to usable of every visit, by page; ODK Web Forms is missing where it could not be installed. */
  visits: Record<string, number[]>;
};

/** Goal 8: what a tablet loads first, and how long until it can be used. */
export async function measureFirstLoad(port: number): Promise<FirstLoadResults> {
  execFileSync(process.execPath, [join(ROOT, "scripts/build-if-stale.ts")], { cwd: ROOT });
  const { sizes } = measureBundle(join(ROOT, "dist/web"), BUDGETS);
  const kilobytes = (name: string) => (sizes.find((size) => size.name === name)?.bytes ?? 0) / KB;
  return {
    scriptKb: kilobytes("First load, scripts"),
    styleKb: kilobytes("First load, styles"),
    visits: await measureVisits(port),
  };
}

async function measureVisits(port: number): Promise<Record<string, number[]>> {
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-load-"));
  await seedServer(folder, makeTablets(1));
  const app = await startApp(folder, port);
  const odk = await serveOdkForm(port + 1);
  const visitor = await openVisitor();
  const pages: Record<string, Visit> = {
    BPM: { url: `http://localhost:${port}/`, selector: "input[type=password]" },
    ...(odk && {
      "ODK Web Forms": { url: `http://localhost:${port + 1}/index.html`, selector: "input" },
    }),
  };
  try {
    const visits: Record<string, number[]> = {};
    // The first round warms the machine's caches up and does not count.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, page] of Object.entries(pages)) {
        const ms = await visitor.visit(page);
        if (round > 0) visits[name] = [...(visits[name] ?? []), ms];
      }
    }
    return visits;
  } finally {
    await visitor.close();
    odk?.close();
    await app.process.stop();
    rmSync(folder, { recursive: true });
  }
}

async function serveOdkForm(port: number): Promise<{ close(): void } | undefined> {
  const folder = installPeers("odk-web-forms", ODK);
  if (!folder) return undefined;
  const source = join(folder, "page");
  const built = join(folder, "built");
  cpSync(join(import.meta.dirname, "first-load/odk-page"), source, { recursive: true });
  await buildPage(source, built);
  return serveFolders([built], port, { policy: undefined });
}

export function firstLoadGoals({ scriptKb, styleKb, visits }: FirstLoadResults): Goal[] {
  const [ours, theirs] = [visits.BPM ?? [], visits["ODK Web Forms"]];
  return [
    { name: "first load, KB of scripts, gzip", value: scriptKb, limit: 110 },
    { name: "first load, KB of styles, gzip", value: styleKb, limit: 25 },
    ...(theirs
      ? [
          {
            name: "first load, time to usable × ODK Web Forms",
            value: median(ours) / median(theirs),
            limit: 0.45,
          },
        ]
      : []),
  ];
}
