import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzip } from "../web/sync/gzip.ts";
import { createLinkSpeed } from "../web/sync/link-speed.ts";
import { syncRound } from "../web/sync/sync-round.ts";
import { createTransport } from "../web/sync/transport.ts";
import type { Goal } from "./ground/goal.ts";
import { firstReports, makeTablets, pushRequest, type Tablet } from "./ground/reports.ts";
import { seedServer } from "./ground/seed-server.ts";
import { startApp } from "./ground/start-app.ts";
import { createCountingFetch, type Exchange } from "./wire/count-requests.ts";
import { openTabletDb, submitReports } from "./wire/tablet-db.ts";

const TABLETS = 20;
const PHOTOS_EACH = 2;

export type WireResults = {
  /** Mean bytes per report in a push: as JSON, then as the body sent, by what the push holds. */
  jsonBytes: number;
  batchBytes: number;
  batchBytesWithPhotos: number;
  loneBytes: number;
  /** Rounds of the real client against the real server. */
  syncOf50: Exchange[];
  idleSync: Exchange[];
};

/** Goal 2: what the tablet's own code puts on the wire. Bodies only; headers are the browser's. */
export async function measureWire(port: number): Promise<WireResults> {
  const tablets = makeTablets(TABLETS);
  const bytes = async (photosEach: number, reports: number) =>
    (await meanBody(tablets, photosEach, reports)).sent;
  return {
    jsonBytes: (await meanBody(tablets, 0, 50)).json,
    batchBytes: await bytes(0, 50),
    batchBytesWithPhotos: await bytes(PHOTOS_EACH, 50),
    loneBytes: await bytes(0, 1),
    ...(await measureRounds(port)),
  };
}

async function meanBody(
  tablets: Tablet[],
  photosEach: number,
  reports: number,
): Promise<{ json: number; sent: number }> {
  const total = { json: 0, sent: 0 };
  for (const tablet of tablets) {
    const mutations = firstReports(tablet, photosEach).slice(0, reports);
    const text = JSON.stringify(pushRequest(tablet, mutations));
    const { body } = await gzip(text);
    total.json += Buffer.byteLength(text);
    total.sent += (await new Response(body).arrayBuffer()).byteLength;
  }
  const count = tablets.length * reports;
  return { json: total.json / count, sent: total.sent / count };
}

async function measureRounds(port: number): Promise<Pick<WireResults, "syncOf50" | "idleSync">> {
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-wire-"));
  const [tablet] = makeTablets(1);
  if (!tablet) throw new Error("One tablet was asked for");
  await seedServer(folder, [tablet]);
  const { process } = await startApp(folder, port);
  const db = await openTabletDb(tablet);
  try {
    const { fetch, takeExchanges } = createCountingFetch(port, tablet);
    const transport = createTransport(fetch);
    const sync = async () => {
      const round = { db, transport, clock: Date.now, speed: createLinkSpeed() };
      const synced = await syncRound(round);
      if (!synced.ok) throw new Error(`The round failed: ${JSON.stringify(synced.error)}`);
      return takeExchanges();
    };
    await sync();
    await submitReports(db, tablet, tablet.assignments);
    const syncOf50 = await sync();
    if ((await db.outbox.count()) > 0) throw new Error("The outbox is not empty after a sync");
    return { syncOf50, idleSync: await sync() };
  } finally {
    db.close();
    await process.stop();
    rmSync(folder, { recursive: true });
  }
}

export function wireGoals(results: WireResults): Goal[] {
  return [
    { name: "wire, bytes per report in a batch of 50", value: results.batchBytes, limit: 450 },
    {
      name: "wire, the same with two photos announced each",
      value: results.batchBytesWithPhotos,
      limit: 450,
    },
    { name: "wire, bytes of a lone report", value: results.loneBytes, limit: 600 },
    {
      name: "wire, requests to send 50 reports and pull",
      value: results.syncOf50.length,
      limit: 1,
    },
    { name: "wire, requests when idle", value: results.idleSync.length, limit: 1 },
    {
      name: "wire, bytes both ways when idle",
      value: results.idleSync.reduce((sum, { sentBytes, receivedBytes, path }) => {
        return sum + path.length + sentBytes + receivedBytes;
      }, 0),
      limit: 600,
    },
  ];
}
