import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { pino } from "pino";
import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import type { Put } from "../../shared/pull.ts";
import { createApp, FILES_PATH } from "../../sync-server/app.ts";
import { seedDemo } from "../../sync-server/commands/demo-data.ts";
import { openFiles } from "../../sync-server/files/open-files.ts";
import { openStore, type Store } from "../../sync-server/store/open.ts";
import type { CursorRow } from "../db/rows.ts";
import { currentPerson } from "../db/settings.ts";
import { pendingUploads } from "../db/uploads.ts";
import { exportRescue } from "../rescue/export-rescue.ts";
import type { Fault } from "./faulty-network.ts";
import { aFuzzTablet, type Credentials, type FuzzTablet, tokensIn } from "./fuzz-tablet.ts";
import { createTransport, type Fetch } from "./transport.ts";

// The system test: the tablet's real code on fake IndexedDB, the real server on a real SQLite file,
// and between them a network that loses, repeats, cuts and delays. Repeat a run with its FUZZ_SEED.

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.FUZZ_RUNS ?? 3);
const STEPS_PER_RUN = 120;
const ORIGIN = "http://localhost:8300";
const DISTRICT = "2709";
const ROUNDS_TO_QUIET = 3;
/** Also of the search for a shorter failing run. */
const TIME_LIMIT_MS = 60_000;

type World = {
  server: FuzzServer;
  tablets: FuzzTablet[];
  officers: Credentials[];
  tokens: number;
  close(): Promise<void>;
};

/** The real server on a real file, with yesterday's backup. */
type FuzzServer = {
  readonly store: Store;
  readonly officers: Credentials[];
  request: Fetch;
  backUp(): Promise<void>;
  /** The server's disk dies; the backup takes over, and that is another epoch. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

let worlds = 0;

async function aServer(): Promise<FuzzServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "bpm-fuzz-"));
  const [file, backup] = [path.join(folder, "bpm.sqlite"), path.join(folder, "backup.sqlite")];
  const now = () => new Date();
  const open = () => openStore(file, { demo: true, now: now().toISOString() });
  // Hashing passwords well takes long on purpose, and is not what this is about.
  const passwords = {
    hash: (password: string) => Promise.resolve(password),
    verify: (hash: string | undefined, password: string) => Promise.resolve(hash === password),
  };
  const serve = (opened: Store) =>
    createApp({
      store: opened,
      passwords,
      now,
      demo: true,
      staticApp: new Map(),
      log: pino({ level: "silent" }),
      version: "0.0.0",
      publicOrigin: ORIGIN,
      trustProxy: false,
      files: openFiles({ store: opened, dataDir: folder, urlPath: FILES_PATH, now }),
    });
  let store = await open();
  let app = serve(store);
  const accounts = await seedDemo({ store, passwords, dataDir: folder, now: now() });
  return {
    get store() {
      return store;
    },
    officers: accounts.filter(({ username }) => username.endsWith(DISTRICT)),
    request: async (url, init) => app.request(ORIGIN + url, init),
    async backUp() {
      await rm(backup, { force: true });
      await sql`vacuum into ${backup}`.execute(store.reader);
    },
    async restore() {
      await store.close();
      for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
      await copyFile(backup, file);
      store = await open();
      await store.writer.updateTable("installation").set({ epoch: crypto.randomUUID() }).execute();
      app = serve(store);
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function aWorld(): Promise<World> {
  const server = await aServer();
  const { officers } = server;
  worlds += 1;
  const tablets: FuzzTablet[] = [];
  for (const nth of [0, 1, 2]) {
    const tablet = await aFuzzTablet(`fuzz-${worlds}-${nth}`, server.request);
    await tablet.signIn(officerOf({ officers }, nth));
    await tablet.sync();
    tablets.push(tablet);
  }
  await server.backUp();
  return {
    server,
    tablets,
    officers,
    tokens: 0,
    async close() {
      for (const { db } of tablets) await db.delete();
      await server.close();
    },
  };
}

function officerOf({ officers }: Pick<World, "officers">, nth: number): Credentials {
  return must(officers[nth % officers.length], "the district has officers");
}

/**
 * S1: what was shown as saved is on its tablet, unsent, or with the server. Before it comes to rest
 * the server may have been set back, and then it counts that the tablet still has what it sent.
 */
async function everythingIsSomewhere(
  { server, tablets }: World,
  { atRest }: { atRest: boolean },
): Promise<void> {
  const mutations = await server.store.reader.selectFrom("kept_mutations").selectAll().execute();
  const versions = await server.store.reader.selectFrom("versions").selectAll().execute();
  const withServer = new Set(tokensIn([mutations, versions]));
  for (const { db, entered } of tablets) {
    const kept = atRest ? [] : await db.settled.toArray();
    const here = new Set(tokensIn([kept, await db.drafts.toArray(), await db.outbox.toArray()]));
    const lost = [...entered].filter((token) => !here.has(token) && !withServer.has(token));
    expect(lost, "[S1] entered, saved and nowhere").toEqual([]);
    const queued = await db.outbox.toArray();
    const settled = await db.settled.bulkGet(queued.map((row) => row.mutationId));
    expect(settled.filter(Boolean), "[S1] queued and settled").toEqual([]);
  }
}

/** S2: whatever was accepted took effect once. */
async function everythingHappenedOnce({ server, tablets }: World): Promise<void> {
  const versions = await server.store.reader.selectFrom("versions").select("mutation_id").execute();
  const ids = versions.map((version) => version.mutation_id);
  expect(new Set(ids).size, "[S2] one version per mutation").toBe(ids.length);
  for (const { db } of tablets) {
    for (const { mutationId, receipt } of await db.settled.toArray()) {
      const isStored = receipt.outcome === "accepted" || receipt.outcome === "merged";
      expect(ids.includes(mutationId), `[S2] ${receipt.outcome}`).toBe(isStored);
    }
  }
}

/** S3: with the network up, three rounds empty every outbox and make every mirror true. */
async function itComesToRest(world: World): Promise<void> {
  for (const tablet of world.tablets) await tablet.network.deliverDelayed();
  for (const [nth, tablet] of world.tablets.entries()) {
    await tablet.signIn(officerOf(world, nth));
  }
  for (let round = 0; round < ROUNDS_TO_QUIET; round += 1) {
    for (const tablet of world.tablets) await tablet.sync();
  }
  for (const tablet of world.tablets) {
    expect(await tablet.db.outbox.toArray(), "[S3] an empty outbox").toEqual([]);
    expect(await pendingUploads(tablet.db), "[S3] no file left to send").toEqual([]);
    const incomplete = await tablet.db.submissions.filter((row) => row.missingFiles.length > 0);
    expect(await incomplete.toArray(), "[F2] complete reports").toEqual([]);
    expect(await mirrorOf(tablet), "[S3] a true mirror").toEqual(await viewOf(tablet));
  }
}

async function mirrorOf({ db }: FuzzTablet): Promise<Map<string, unknown>> {
  const tables = Object.entries({
    assignment: db.assignments,
    submission: db.submissions,
    area: db.areas,
    budgetFigure: db.budgetFigures,
    fiscalYear: db.fiscalYears,
  });
  const mirror = new Map<string, unknown>();
  for (const [type, table] of tables) {
    for (const { unit: _, ...row } of await table.toArray()) mirror.set(`${type}/${row.id}`, row);
  }
  return new Map([...mirror].sort());
}

/** What the server says its user may see, read from nothing. */
async function viewOf({ db, network }: FuzzTablet): Promise<Map<string, unknown>> {
  const transport = createTransport(network.fetch);
  const viewer = must(await currentPerson(db), "somebody is signed in").id;
  const puts: Put[] = [];
  let cursor: CursorRow["cursor"] | undefined;
  for (let more = true; more; ) {
    const page = await transport.pull({ viewer, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new Error(page.error.kind);
    puts.push(...page.value.puts);
    ({ cursor, more } = page.value);
  }
  const rows = puts.map(({ type, id, row }): [string, unknown] => [
    `${type}/${id}`,
    { id, ...(row instanceof Object ? row : {}) },
  ]);
  return new Map(rows.sort());
}

/** A tablet's unsent work through a file and another tablet; its own pushes come later all the same. */
async function rescue({ tablets }: World, { db }: FuzzTablet, by: number): Promise<void> {
  const exported = await exportRescue(db.backendDB(), new Date().toISOString());
  const { network, db: importer } = must(tablets[by], "three tablets");
  network.plan([]);
  const viewer = (await currentPerson(importer))?.id;
  if (!exported.ok || !viewer) return;
  const imported = await createTransport(network.fetch).importRescue(exported.value.blob, viewer);
  // Only whoever is signed in may.
  if (imported.ok) expect(imported.value.notTaken, "[O14] all of it is taken").toBe(0);
}

type Step = {
  run: (world: World, tablet: FuzzTablet) => Promise<unknown>;
  /** How a failing run shows it. */
  [fc.toStringMethod]: () => string;
};

const nth = fc.nat(20);
const token = (world: World) => {
  world.tokens += 1;
  return `«${world.tokens}»`;
};
const percent = fc.tuple(nth, fc.nat(100));
const faults = fc.array(
  fc.constantFrom<Fault>(
    "none",
    "none",
    "request-lost",
    "reply-lost",
    "reply-cut",
    "repeated",
    "delayed",
  ),
  { maxLength: 5 },
);
const step = (what: string, run: Step["run"]): Step => ({ run, [fc.toStringMethod]: () => what });
const weighted = <T>(weight: number, of: fc.Arbitrary<T>, make: (value: T) => Step) => ({
  weight,
  arbitrary: of.map(make),
});

const steps = fc.oneof(
  weighted(4, nth, (at) => step(`text ${at}`, (w, tablet) => tablet.writeText(at, token(w)))),
  weighted(5, percent, ([at, to]) =>
    step(`percent ${at} ${to}`, (_, tablet) => tablet.setPercent(at, to)),
  ),
  weighted(2, nth, (at) => step(`area ${at}`, (w, tablet) => tablet.addArea(at, token(w)))),
  weighted(5, nth, (at) => step(`attach ${at}`, (w, tablet) => tablet.attach(at, token(w)))),
  weighted(9, nth, (at) => step(`submit ${at}`, (_, tablet) => tablet.submit(at))),
  weighted(1, nth, (at) => step(`discard ${at}`, (_, tablet) => tablet.discard(at))),
  weighted(1, nth, () => step("take back", (_, tablet) => tablet.takeBackLast())),
  weighted(2, nth, () => step("answer", (_, tablet) => tablet.answerFirst())),
  weighted(7, faults, (some) => step(`sync ${some.join(" ")}`, (_, tablet) => tablet.sync(some))),
  weighted(1, nth, () => step("late", (_, tablet) => tablet.network.deliverDelayed())),
  weighted(3, nth, (at) => step(`sign in ${at}`, (w, tablet) => tablet.signIn(officerOf(w, at)))),
  weighted(2, fc.nat(2), (by) => step(`rescue by ${by}`, (w, tablet) => rescue(w, tablet, by))),
  weighted(1, nth, () => step("back up", (w) => w.server.backUp())),
  weighted(1, fc.nat(2), (at) =>
    step(`restore ${at === 0}`, async (w) => at === 0 && w.server.restore()),
  ),
  weighted(1, nth, () => step("sign out", (_, tablet) => tablet.signOut())),
  weighted(1, nth, () => step("session over", async (_, tablet) => tablet.expireSession())),
);

/** Of a failing run, fast-check leaves out every step that the failure does not need. */
const anHour = fc.array(fc.option(fc.record({ at: fc.nat(2), step: steps }), { freq: 50 }), {
  minLength: STEPS_PER_RUN,
  maxLength: STEPS_PER_RUN,
});

test(
  `[S1] [S2] [S3] [O11] nothing is lost, doubled or left over (FUZZ_SEED=${SEED})`,
  async () => {
    const property = fc.asyncProperty(anHour, async (hour) => {
      const world = await aWorld();
      try {
        for (const { at, step } of hour.filter((entry) => entry !== null)) {
          await step.run(world, must(world.tablets[at], "three tablets"));
          await everythingIsSomewhere(world, { atRest: false });
        }
        await itComesToRest(world);
        await everythingIsSomewhere(world, { atRest: true });
        await everythingHappenedOnce(world);
      } finally {
        await world.close();
      }
    });
    await fc.assert(property, {
      seed: SEED,
      numRuns: RUNS,
      interruptAfterTimeLimit: TIME_LIMIT_MS,
      markInterruptAsFailure: true,
    });
  },
  2 * TIME_LIMIT_MS,
);
