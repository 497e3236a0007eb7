import { hash } from "node:crypto";
import { sql } from "kysely";
import { MAX_PULL_LIMIT, PullReply } from "../../shared/pull.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Db, Store } from "../store/open.ts";
import { pathInFolder } from "./backup-manifest.ts";
import { findDamaged } from "./check-backup.ts";

export type FoundBack = {
  people: number;
  assignments: number;
  submissions: number;
  versions: number;
  /** Of submissions, read through the server. */
  files: number;
  /** Of work that nobody took over yet, read from the disk. */
  filesAside: number;
};

type Asked = { origin: string; sessionToken: string; store: Store; dataDir: string };

/** Reads all that a server holds as one who may, and compares it with what its database says. */
export async function readEverything(asked: Asked): Promise<Result<FoundBack, string>> {
  const counts = await countRows(asked.store.reader);
  const served = await pullAll(asked);
  for (const [type, count] of [
    ["assignment", counts.assignments],
    ["submission", counts.submissions],
  ] as const) {
    const shown = served.get(type)?.size ?? 0;
    if (shown !== count) return err(`The restored server shows ${shown} of ${count} ${type}s.`);
  }

  let files = 0;
  let filesAside = 0;
  const shown = served.get("submission") ?? new Set();
  for (const { submission_id: submissionId, sha256 } of await arrivals(asked.store.reader)) {
    const isThere = shown.has(submissionId)
      ? await isServed(asked, { submissionId, sha256 })
      : await isOnDisk(asked.dataDir, sha256);
    if (!isThere) return err(`The restored server does not have the file ${sha256}.`);
    if (shown.has(submissionId)) files += 1;
    else filesAside += 1;
  }
  return ok({ ...counts, files, filesAside });
}

async function countRows(db: Db) {
  const count = async (of: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (${of})`.execute(db);
    return rows[0]?.n ?? 0;
  };
  return {
    // Not the reader, who is in the copy only.
    people: (await count(sql`select 1 from people`)) - 1,
    assignments: await count(sql`select 1 from assignments`),
    submissions: await count(sql`select distinct submission_number from versions`),
    versions: await count(sql`select 1 from versions`),
  };
}

async function arrivals(db: Db) {
  return db.selectFrom("file_arrivals").select(["submission_id", "sha256"]).execute();
}

/** The ids of everything the server shows, by type. */
async function pullAll({ origin, sessionToken }: Asked): Promise<Map<string, Set<string>>> {
  const shown = new Map<string, Set<string>>();
  let query = `limit=${MAX_PULL_LIMIT}`;
  for (let more = true; more; ) {
    const reply = await fetch(`${origin}/api/sync/pull?${query}`, as(sessionToken));
    const page = PullReply.parse(await reply.json());
    for (const { type, id } of page.puts) {
      const ids = shown.get(type);
      if (ids) ids.add(id);
      else shown.set(type, new Set([id]));
    }
    query = `limit=${MAX_PULL_LIMIT}&cursor=${encodeURIComponent(page.cursor)}`;
    more = page.more;
  }
  return shown;
}

async function isServed(
  { origin, sessionToken }: Asked,
  { submissionId, sha256 }: { submissionId: string; sha256: string },
): Promise<boolean> {
  const url = `${origin}/api/files/${sha256}?submission=${submissionId}`;
  const reply = await fetch(url, as(sessionToken));
  const bytes = new Uint8Array(await reply.arrayBuffer());
  return reply.ok && hash("sha256", bytes, "hex") === sha256;
}

async function isOnDisk(dataDir: string, sha256: string): Promise<boolean> {
  const file = { path: pathInFolder("files", sha256), sha256 };
  return (await findDamaged(dataDir, [file])).length === 0;
}

function as(sessionToken: string): RequestInit {
  return { headers: { cookie: `bpm_session=${sessionToken}` } };
}
