import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import * as z from "zod/mini";
import type { PushRequest } from "../../shared/push.ts";

// The limit: what SQLite and JSON cost, and nothing else. No HTTP, no sign-in, no check of anything;
// the compressed bodies lie in memory before the clock starts.

const database = new Database(join(process.env.DATA_DIR ?? "", "limit.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(`
  create table receipts (mutation_id text primary key, receipt text not null) strict;
  create table submissions (
    id text primary key, assignment_id text not null, version integer not null, body text not null
  ) strict;
  create table changes (seq integer primary key, id text not null) strict;
`);
const begin = database.prepare("begin immediate");
const commit = database.prepare("commit");
const findReceipt = database.prepare<[string], string>(
  "select receipt from receipts where mutation_id = ?",
);
const findVersion = database.prepare<[string], number>(
  "select version from submissions where id = ?",
);
const putSubmission = database.prepare(`
  insert into submissions values (?, ?, ?, ?)
  on conflict (id) do update set version = excluded.version, body = excluded.body`);
const addReceipt = database.prepare("insert into receipts values (?, ?)");
const addChange = database.prepare("insert into changes (id) values (?)");
findReceipt.pluck();
findVersion.pluck();

function apply({ mutations }: PushRequest): object[] {
  begin.run();
  const receipts = mutations.map(
    ({ mutationId, submissionId, assignmentId, baseVersion, body }) => {
      const earlier = findReceipt.get(mutationId);
      if (earlier !== undefined) return JSON.parse(earlier);
      const version = findVersion.get(submissionId) ?? 0;
      if (version !== baseVersion) return { mutationId, outcome: "conflict" };
      putSubmission.run(submissionId, assignmentId, version + 1, JSON.stringify(body));
      const { lastInsertRowid } = addChange.run(submissionId);
      const receipt = {
        mutationId,
        outcome: "accepted",
        version: version + 1,
        seq: Number(lastInsertRowid),
      };
      addReceipt.run(mutationId, JSON.stringify(receipt));
      return receipt;
    },
  );
  commit.run();
  return receipts;
}

const Bodies = z.object({ bodies: z.array(z.instanceof(Uint8Array)) });
let bodies: Uint8Array[] = [];

process.on("message", (message) => {
  const sent = Bodies.safeParse(message);
  if (sent.success) {
    bodies = sent.data.bodies;
    process.send?.(bodies.length);
  } else if (message === "run") {
    let accepted = 0;
    for (const body of bodies) {
      const reply = JSON.stringify({ receipts: apply(JSON.parse(gunzipSync(body).toString())) });
      accepted += reply.split('"accepted"').length - 1;
    }
    process.send?.(accepted);
  }
});
const level = database.pragma("synchronous", { simple: true });
if (level !== 2) throw new Error(`Not durable: synchronous is ${level}`);
process.send?.("ready");
