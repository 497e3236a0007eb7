import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod/mini";
import { must } from "../../shared/invariant.ts";
import { nothing, same } from "../fuzz/broken-law.ts";
import { addArea, attach, signIn, submit, writeText } from "../fuzz/officer.ts";
import { sync } from "../fuzz/sync.ts";
import { aTablet, type FuzzTablet } from "../fuzz/tablet.ts";
import { tokensIn } from "../fuzz/tokens.ts";
import { startMortalServer } from "./mortal-server.ts";
import { numbersFrom } from "./numbers.ts";
import { POINTS } from "./points.ts";
import { readRemains } from "./whole.ts";

const TABLETS = 2;
const DISTRICT = "2709";
/** A cycle may die at one of the first so many passages of its point. */
const MOST_PASSAGES = 10;
const ROUNDS_TO_QUIET = 3;

export type KillRun = { port: number; cycles: number; seed: number; say: (line: string) => void };
export type KillReport = { deaths: Record<string, number>; receipts: number; tokens: number };

/**
 * Kills the real server again and again, at a named point or while it works, under tablets that run
 * the app's real code. After each death the data folder is read as the next server will find it:
 * whole, with every receipt a tablet was ever given, and nothing entered is nowhere.
 *
 * @throws BrokenLaw
 */
export async function killServer({ port, cycles, seed, say }: KillRun): Promise<KillReport> {
  const random = numbersFrom(seed);
  const dataDir = await mkdtemp(path.join(tmpdir(), "bpm-kill-"));
  const origin = `http://localhost:${port}`;
  const deaths: Record<string, number> = {};
  let tokens = 0;

  let server = await startMortalServer({ port, dataDir });
  const tablets: FuzzTablet[] = [];
  for (const [nth, { username, password }] of officers(dataDir).entries()) {
    const tablet = await aTablet(`kill-${seed}-${nth}`, realFetch(origin), { origin });
    same(await signIn(tablet, username, password), true, "a sign-in");
    await sync(tablet);
    tablets.push(tablet);
  }
  await server.kill();

  const receipts = new Map<string, unknown>();
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const at = must(POINTS[cycle % POINTS.length], "there are points");
    const nth = 1 + Math.floor(random() * MOST_PASSAGES);
    server = await startMortalServer({ port, dataDir }, { at, nth });
    for (const tablet of tablets) {
      tokens += 1;
      const assignment = Math.floor(random() * 3);
      await writeText(tablet, assignment, `«${tokens}»`);
      tokens += 1;
      await addArea(tablet, assignment, `«${tokens}»`);
      tokens += 1;
      await attach(tablet, Math.floor(random() * 2), `«${tokens}»`);
      await submit(tablet, 0);
      await submit(tablet, 0);
    }
    // Both at once, and whatever could not be sent stays for the next cycle.
    await Promise.all(tablets.map((tablet) => sync(tablet)));
    const { wasDead } = await server.kill();
    const death = wasDead ? at : "at no point";
    deaths[death] = (deaths[death] ?? 0) + 1;

    const remains = await readRemains(dataDir);
    for (const tablet of tablets) {
      await remember(tablet, receipts);
      await nothingIsLost(tablet, remains.tokens);
    }
    for (const [mutationId, receipt] of receipts) {
      same(remains.receipts.get(mutationId), receipt, `[R4] [P3] receipt of ${mutationId}`);
    }
    if ((cycle + 1) % 25 === 0) say(`${cycle + 1} of ${cycles} cycles, ${receipts.size} receipts`);
  }

  server = await startMortalServer({ port, dataDir });
  for (let round = 0; round < ROUNDS_TO_QUIET; round += 1) {
    for (const tablet of tablets) await sync(tablet);
  }
  for (const tablet of tablets) {
    nothing(await tablet.db.outbox.toArray(), "[S3] an empty outbox");
    await remember(tablet, receipts);
    await tablet.remove();
  }
  await server.kill();
  await rm(dataDir, { recursive: true });
  return { deaths, receipts: receipts.size, tokens };
}

async function remember({ db }: FuzzTablet, receipts: Map<string, unknown>): Promise<void> {
  for (const { mutationId, receipt } of await db.settled.toArray()) {
    const first = receipts.get(mutationId);
    if (first) same(receipt, first, "[R1] the first receipt, for ever");
    receipts.set(mutationId, receipt);
  }
}

async function nothingIsLost({ db, entered }: FuzzTablet, there: ReadonlySet<string>) {
  const kept = [await db.drafts.toArray(), await db.outbox.toArray()];
  const here = new Set(tokensIn(kept));
  nothing(
    [...entered].filter((token) => !here.has(token) && !there.has(token)),
    "[S1] [P1] entered, saved and nowhere",
  );
}

const Accounts = z.array(z.object({ username: z.string(), password: z.string() }));

function officers(dataDir: string) {
  const text = readFileSync(path.join(dataDir, "demo-accounts.json"), "utf8");
  return Accounts.parse(JSON.parse(text))
    .filter(({ username }) => username.endsWith(DISTRICT))
    .slice(0, TABLETS);
}

function realFetch(origin: string) {
  return (url: string, init: RequestInit) => fetch(origin + url, init);
}
