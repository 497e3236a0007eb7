import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import type { Receipt } from "../../shared/push.ts";
import { openStore } from "../../sync-server/store/open.ts";
import { nothing, same } from "../fuzz/broken-law.ts";
import { readMutations } from "../fuzz/server-mutations.ts";
import { tokensIn } from "../fuzz/tokens.ts";

/** What a dead server left behind, as the next one will find it. */
export type Remains = {
  receipts: ReadonlyMap<string, Receipt>;
  tokens: ReadonlySet<string>;
};

/** Reads the data folder of a dead server. @throws BrokenLaw where it is not whole (R4, F1) */
export async function readRemains(dataDir: string): Promise<Remains> {
  const file = path.join(dataDir, "bpm.sqlite");
  isWholeDatabase(file);
  const store = await openStore(file, { demo: true, now: new Date().toISOString() });
  try {
    const { reader } = store;
    const files = await reader.selectFrom("files").select("sha256").execute();
    const folder = path.join(dataDir, "files");
    const there = [...files.map(({ sha256 }) => sha256), ...filesIn(folder)];
    nothing(
      there.filter((sha256) => !isWhole(folder, sha256)),
      "[F1] a row without its file, or half a file",
    );
    const mutations = await readMutations(reader);
    const versions = await reader.selectFrom("versions").select(["body", "attachments"]).execute();
    const kept = await reader.selectFrom("kept_mutations").select("payload").execute();
    return {
      receipts: new Map(mutations.map(({ receipt }) => [receipt.mutationId, receipt])),
      tokens: new Set(tokensIn([versions, kept])),
    };
  } finally {
    await store.close();
  }
}

function isWholeDatabase(file: string): void {
  const database = new Database(file);
  try {
    same(database.pragma("integrity_check", { simple: true }), "ok", "[R4] a whole database");
    nothing(Object(database.pragma("foreign_key_check")), "[R4] rows that belong together");
  } finally {
    database.close();
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.basename(name))
    .filter((name) => name.length === 64);
}

function isWhole(folder: string, sha256: string): boolean {
  const file = path.join(folder, sha256.slice(0, 2), sha256);
  return (
    existsSync(file) && createHash("sha256").update(readFileSync(file)).digest("hex") === sha256
  );
}
