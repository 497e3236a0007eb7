import { must } from "../../shared/invariant.ts";
import { openAppDb } from "../../web/db/open-app-db.ts";
import { AppDb, SCHEMA_VERSION } from "../../web/db/schema.ts";
import { fakeLocks } from "../../web/sync/fake-locks.ts";
import { createLinkSpeed } from "../../web/sync/link-speed.ts";
import type { Locks } from "../../web/sync/sync-lock.ts";
import { createTransport, type Fetch, type Transport } from "../../web/sync/transport.ts";
import { Fate, subject } from "./fate.ts";
import { type FaultyNetwork, faultyNetwork } from "./faulty-network.ts";
import { ORIGIN } from "./server.ts";

/** One tablet: its disk, its cookies, its clock, its network, and the app that runs on it. */
export type FuzzTablet = {
  /** The app's database, as long as it lives; another one after each start. */
  readonly db: AppDb;
  readonly fate: Fate;
  readonly network: FaultyNetwork;
  readonly transport: Transport;
  readonly locks: Locks;
  readonly speed: ReturnType<typeof createLinkSpeed>;
  readonly cookies: Map<string, string>;
  /** Texts and files that this tablet said are saved, and that nobody threw away since. */
  readonly entered: Set<string>;
  /** How far its clock is off. */
  clock: { aheadMs: number };
  now(): string;
  /** The app starts again on what is stored, whatever became of the one before. */
  restart(): Promise<void>;
  /** A newer version of the app opens beside the running one. @returns the old one's database */
  upgrade(): Promise<AppDb>;
  /** Everything on it, copied to another: a restored profile, or a cloned tablet. */
  copyTo(name: string): Promise<FuzzTablet>;
  remove(): Promise<void>;
};

type Start = {
  cookies?: ReadonlyMap<string, string>;
  entered?: Iterable<string>;
  version?: number;
  /** Of the server, as its pages would say it. */
  origin?: string;
};

export async function aTablet(name: string, server: Fetch, start: Start = {}): Promise<FuzzTablet> {
  let version = start.version ?? SCHEMA_VERSION;
  const { origin = ORIGIN } = start;
  const cookies = new Map(start.cookies);
  const clock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs).toISOString();

  async function live(db: AppDb) {
    const fate = new Fate();
    await subject(db, fate);
    const network = faultyNetwork(server);
    const transport = createTransport(
      mortal(withCookies(network.fetch, { cookies, origin }), fate),
    );
    return { db, fate, network, transport, locks: fakeLocks(), speed: createLinkSpeed() };
  }

  let app = await live(await openVersion(name, version));
  const entered = new Set(start.entered);
  return {
    get db() {
      return app.db;
    },
    get fate() {
      return app.fate;
    },
    get network() {
      return app.network;
    },
    get transport() {
      return app.transport;
    },
    get locks() {
      return app.locks;
    },
    get speed() {
      return app.speed;
    },
    cookies,
    entered,
    clock,
    now,
    async restart() {
      app.db.close();
      app = await live(await openVersion(name, version));
    },
    async upgrade() {
      const before = app.db;
      version += 1;
      app = await live(await openVersion(name, version));
      return before;
    },
    async copyTo(copy) {
      const other = await aTablet(copy, server, { cookies, entered, version, origin });
      for (const table of app.db.tables) {
        await other.db.table(table.name).bulkPut(await table.toArray());
      }
      return other;
    },
    async remove() {
      await app.db.delete();
    },
  };
}

/** The app of some later release: the same tables, and one more with each version. */
class LaterAppDb extends AppDb {
  constructor(name: string, version: number) {
    super(name);
    for (let at = SCHEMA_VERSION + 1; at <= version; at += 1) {
      this.version(at).stores({ [`addedIn${at}`]: "id" });
    }
  }
}

async function openVersion(name: string, version: number): Promise<AppDb> {
  if (version > SCHEMA_VERSION) {
    const db = new LaterAppDb(name, version);
    db.on("versionchange", () => {
      db.isOutdated = true;
      db.close();
      return false;
    });
    await db.open();
    return db;
  }
  const opened = await openAppDb({ name });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

/** A dead app sends nothing, and hears no answer. */
function mortal(fetch: Fetch, fate: Fate): Fetch {
  return async (url, init) => {
    await fate.pass();
    const ended = await fetch(url, init).then(
      (response) => () => response,
      (error: unknown) => () => Promise.reject(error),
    );
    await fate.pass();
    return ended();
  };
}

/** What a browser adds to a request, and keeps of its reply. */
function withCookies(
  fetch: Fetch,
  { cookies, origin }: { cookies: Map<string, string>; origin: string },
): Fetch {
  return async (url, init) => {
    const headers = new Headers(init.headers);
    headers.set("Origin", origin);
    headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = must(cookie.split(";")[0], "a cookie has a name").split("=");
      cookies.set(name, value);
    }
    return response;
  };
}
