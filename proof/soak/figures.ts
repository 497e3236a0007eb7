import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { must } from "../../shared/invariant.ts";
import type { World } from "../fuzz/world.ts";
import type { Ledger } from "./ledger.ts";
import type { Passage } from "./thin-link.ts";

export type Sizes = { heap: number; database: number; files: number };

export type Traffic = {
  texts: number;
  photos: number;
  mutations: number;
  /** By what they are for. */
  requests: Record<string, number>;
  cut: number;
  upBytes: number;
  downBytes: number;
  /** The photos, and the text as it travels, once each. */
  payloadBytes: number;
  /** What else went up, as a part of that. */
  waste: number;
};

export type SoakReport = Traffic & {
  minutes: number;
  before: Sizes;
  offline: Sizes;
  after: Sizes;
};

export function measure(ledger: Ledger, passages: readonly Passage[], kilobytes: number): Traffic {
  const { texts, photos, mutations } = ledger;
  const requests: Record<string, number> = {};
  for (const { method, url } of passages) {
    const what = url.includes("/api/files") ? `files ${method}` : url.replace(/\?.*/, "");
    requests[what] = (requests[what] ?? 0) + 1;
  }
  const pushed = passages.filter(({ url, isLost }) => url === "/api/sync/push" && !isLost);
  const payloadBytes = sum(pushed, "bodyBytes") + photos.length * kilobytes * 1024;
  const upBytes = sum(passages, "up");
  return {
    texts: texts.length,
    photos: photos.length,
    mutations,
    requests,
    cut: passages.filter(({ isLost }) => isLost).length,
    upBytes,
    downBytes: sum(passages, "down"),
    payloadBytes,
    waste: upBytes / payloadBytes - 1,
  };
}

function sum<K extends string>(rows: readonly Record<K, number>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

export async function sizesOf({ server: { folder, store } }: World): Promise<Sizes> {
  const pages = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size
  `.execute(store.reader);
  return {
    heap: process.memoryUsage().heapUsed,
    database: must(pages.rows[0], "a database has pages").bytes,
    files: readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isHash(entry.name))
      .map(({ parentPath, name }) => statSync(path.join(parentPath, name)).size)
      .reduce((total, size) => total + size, 0),
  };
}

/** Files are named by their hash; nothing else in the folder has so long a name. */
function isHash(name: string): boolean {
  return name.length === 64;
}
