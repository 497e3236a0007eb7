import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { nothing, same } from "../fuzz/broken-law.ts";
import { tokensIn } from "../fuzz/tokens.ts";

/** What a dead server left behind, as the next one will find it. */
export type Remains = {
  epoch: string;
  receipts: ReadonlyMap<string, unknown>;
  tokens: ReadonlySet<string>;
};

/** Reads the data folder of a dead server. @throws BrokenLaw where it is not whole (R4, F1) */
export function readRemains(dataDir: string): Remains {
  const database = new Database(path.join(dataDir, "bpm.sqlite"));
  try {
    same(database.pragma("integrity_check", { simple: true }), "ok", "[R4] a whole database");
    nothing(Object(database.pragma("foreign_key_check")), "[R4] rows that belong together");
    const all = <Row>(sql: string) => database.prepare<[], Row>(sql).all();
    const files = all<{ sha256: string }>("select sha256 from files").map((row) => row.sha256);
    const folder = path.join(dataDir, "files");
    nothing(
      files.filter((sha256) => !isWhole(folder, sha256)),
      "[F1] a row without its file",
    );
    nothing(
      filesIn(folder).filter((sha256) => !isWhole(folder, sha256)),
      "[F1] half a file",
    );
    const mutations = all<{ mutation_id: string; receipt: string; payload: string }>(
      "select * from mutations where owns_id = 1",
    );
    const [life] = all<{ epoch: string }>("select epoch from installation");
    return {
      epoch: life?.epoch ?? "",
      receipts: new Map(mutations.map((row) => [row.mutation_id, JSON.parse(row.receipt)])),
      tokens: new Set(tokensIn([mutations, all("select body, attachments from versions")])),
    };
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
