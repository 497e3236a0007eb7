import { gunzipSync } from "node:zlib";
import { must } from "../../shared/invariant.ts";
import type { Fetch } from "../../web/sync/transport.ts";
import { createMemory, type Memory } from "./memory.ts";
import { OFFICERS } from "./office.ts";
import { signIn } from "./officer.ts";
import { aServer, type FuzzServer } from "./server.ts";
import { sync } from "./sync.ts";
import { aTablet, type FuzzTablet } from "./tablet.ts";

export const MAX_TABLETS = 5;
const TABLETS_AT_START = 3;

/** One server, its tablets, and what the test remembers of all that was said. */
export type World = {
  readonly server: FuzzServer;
  readonly tablets: FuzzTablet[];
  readonly memory: Memory;
  /** Mutations that any request with them in it fails for, by a bug of the server. */
  readonly poison: Set<string>;
  /** A text nobody entered before. */
  newToken(): string;
  /** How a tablet reaches the server. */
  readonly request: Fetch;
  nameTablet(): string;
  close(): Promise<void>;
};

let worlds = 0;

/** @param through what lies between the n-th tablet and the server */
export async function aWorld({
  perOfficer = 1,
  through = (request: Fetch, _nth: number): Fetch => request,
} = {}): Promise<World> {
  worlds += 1;
  const nth = worlds;
  const server = await aServer(perOfficer);
  const poison = new Set<string>();
  const tablets: FuzzTablet[] = [];
  let tokens = 0;
  let named = 0;
  const world: World = {
    server,
    tablets,
    poison,
    memory: createMemory(),
    newToken() {
      tokens += 1;
      return `«${tokens}»`;
    },
    request: async (url, init) =>
      carries(poison, init) ? internalError() : server.request(url, init),
    nameTablet() {
      named += 1;
      return `fuzz-${nth}-${named}`;
    },
    async close() {
      for (const tablet of tablets) await tablet.remove();
      await server.close();
    },
  };
  for (let at = 0; at < TABLETS_AT_START; at += 1) {
    const tablet = await aTablet(world.nameTablet(), through(world.request, at));
    await signIn(tablet, officer(at).username);
    await sync(tablet);
    tablets.push(tablet);
  }
  await server.backUp();
  return world;
}

/** As the server says it of its own bugs. */
function internalError(): Response {
  return Response.json({ code: "internal", message: "" }, { status: 500 });
}

export function officer(nth: number) {
  return must(OFFICERS[nth % OFFICERS.length], "there are officers");
}

function carries(poison: ReadonlySet<string>, { body, headers }: RequestInit): boolean {
  const isPush = new Headers(headers).get("Content-Encoding") === "gzip";
  if (poison.size === 0 || !isPush || !(body instanceof ArrayBuffer)) return false;
  const text = gunzipSync(body).toString();
  return [...poison].some((mutationId) => text.includes(`"mutationId":"${mutationId}"`));
}
