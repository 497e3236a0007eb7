import { createServer, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { aTablet, submit, type TestTablet } from "../db/test-db.ts";
import { aFakeServer, type FakeServer } from "./fake-server.ts";
import type { SyncProblem } from "./sync-status.ts";
import type { Fetch } from "./transport.ts";
import { aLoopInVirtualTime, mostWithin, seededRandom } from "./virtual-time.ts";

// Rows 21, 33 and 54 of docs/reliability.md: a network between tablet and server that answers for
// the server, cuts what it said, or lets nothing through. Real HTTP, virtual time.

const MINUTE = 60_000;
const PORTAL = "<html><title>ยินดีต้อนรับสู่ Wi-Fi</title></html>";
const HTML = { "Content-Type": "text/html" };
const JSON_TYPE = { "Content-Type": "application/json" };

/** What the network makes of a reply; what the server did, it did. */
type Lie = (reply: ServerResponse, said: Buffer) => unknown;

type Network = { fetch: Fetch; lie: Lie | undefined; origin: string };

/** A network in front of the server, which may lie. */
async function aNetwork(server: FakeServer): Promise<Network> {
  const proxy = createServer(async (request, reply) => {
    const body = Buffer.concat(await request.toArray());
    const answer = await server.fetch(request.url ?? "", {
      method: request.method ?? "GET",
      headers: new Headers(Object.entries(request.headers).map(([k, v]) => [k, String(v)])),
      ...(body.length > 0 ? { body: Uint8Array.from(body) } : {}),
    });
    const said = Buffer.from(await answer.arrayBuffer());
    if (network.lie) network.lie(reply, said);
    else reply.writeHead(answer.status, Object.fromEntries(answer.headers)).end(said);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("a port was asked for");
  const network: Network = {
    origin: `http://127.0.0.1:${address.port}`,
    lie: undefined,
    fetch: (url, init) => fetch(`${network.origin}${url}`, init),
  };
  return network;
}

async function untouched({ db }: TestTablet) {
  const outbox = await db.outbox.toArray();
  return {
    outbox: outbox.map((row) => row.mutationId),
    flagged: outbox.filter((row) => row.problem).length,
    settled: await db.settled.count(),
    cursors: await db.cursors.count(),
  };
}

const half = (said: Buffer) => said.subarray(0, said.length / 2);

test.each<[string, SyncProblem["kind"], Lie]>([
  ["a portal's page for a 200", "portal", (to) => to.writeHead(200, HTML).end(PORTAL)],
  ["a portal's page called JSON", "portal", (to) => to.writeHead(200, JSON_TYPE).end(PORTAL)],
  [
    "a portal's 302 to a page that is there",
    "offline",
    (to) => to.writeHead(302, { Location: "/api/health" }).end(),
  ],
  ["a portal's 511", "portal", (to) => to.writeHead(511, HTML).end(PORTAL)],
  ["a proxy's own 500", "portal", (to) => to.writeHead(500, HTML).end(PORTAL)],
  [
    "half the JSON, called whole",
    "portal",
    (to, said) => to.writeHead(200, JSON_TYPE).end(half(said)),
  ],
  [
    "half the JSON, then a cut",
    "offline",
    (to, said) => {
      to.writeHead(200, { ...JSON_TYPE, "Content-Length": said.length });
      to.write(half(said), () => to.destroy());
    },
  ],
  [
    "half of a gzip",
    "portal",
    (to, said) =>
      to.writeHead(200, { ...JSON_TYPE, "Content-Encoding": "gzip" }).end(half(gzipSync(said))),
  ],
  [
    "a gzip that is none",
    "offline",
    (to) => to.writeHead(200, { ...JSON_TYPE, "Content-Encoding": "gzip" }).end(PORTAL),
  ],
  ["a connection that is reset", "offline", (to) => to.destroy()],
])(
  "[O6] row 21: %s settles nothing, and the truth goes through within one wait",
  async (_, kind, lie) => {
    const tablet = await aTablet();
    const { mutationId } = await submit(tablet);
    const server = aFakeServer();
    const network = await aNetwork(server);
    network.lie = lie;
    const time = { nowMs: 0 };
    const run = aLoopInVirtualTime(tablet, {
      time,
      fetch: network.fetch,
      random: seededRandom(21),
    });
    onTestFinished(run.loop.stop);
    await run.runUntil(5 * MINUTE);
    expect(await untouched(tablet)).toEqual({
      outbox: [mutationId],
      flagged: 0,
      settled: 0,
      cursors: 0,
    });
    expect(run.loop.status.value).toMatchObject({ phase: "waiting", lastSyncAt: null });
    expect(new Set(run.problems.map((problem) => problem.kind))).toEqual(new Set([kind]));
    expect(run.requests.length).toBeGreaterThan(5);
    expect(mostWithin(run.requests, MINUTE)).toBeLessThanOrEqual(10);

    network.lie = undefined;
    await run.runUntil(time.nowMs + 5 * MINUTE);
    expect(await untouched(tablet)).toEqual({ outbox: [], flagged: 0, settled: 1, cursors: 1 });
    expect(run.loop.status.value.problem).toBeNull();
  },
);

test.each<[string, (network: Network) => Fetch]>([
  [
    "TLS that is intercepted",
    ({ origin }) =>
      (url, init) =>
        fetch(`${origin.replace("http:", "https:")}${url}`, init),
  ],
  ["a name that is not found", () => () => Promise.reject(new TypeError("fetch failed"))],
])(
  "[O5] row 21: %s is no network: tried again, later and later, until it is gone",
  async (_, broken) => {
    const tablet = await aTablet();
    await submit(tablet);
    const server = aFakeServer();
    const network = await aNetwork(server);
    let through = broken(network);
    const time = { nowMs: 0 };
    const run = aLoopInVirtualTime(tablet, {
      time,
      fetch: (url, init) => through(url, init),
      random: seededRandom(22),
    });
    onTestFinished(run.loop.stop);
    await run.runUntil(60 * MINUTE);
    expect(server.calls).toEqual([]);
    expect(run.loop.status.value).toMatchObject({ phase: "waiting", problem: { kind: "offline" } });
    expect(mostWithin(run.requests, MINUTE)).toBeLessThanOrEqual(10);
    expect(run.requests.length).toBeLessThan(60);

    through = network.fetch;
    await run.runUntil(time.nowMs + 5 * MINUTE);
    expect(await untouched(tablet)).toMatchObject({ outbox: [], settled: 1 });
  },
);
