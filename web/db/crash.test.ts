import { Dexie, type Table } from "dexie";
import { expect, test } from "vitest";
import { aReportBody } from "../../shared/test-builders.ts";
import { attachFile } from "./files.ts";
import { nextBatch, takeBack } from "./outbox.ts";
import type { AppDb } from "./schema.ts";
import { settle } from "./settle.ts";
import { submitDraft } from "./submit-draft.ts";
import { accepted, aReply, aTablet, NOW, submit, type TestTablet, write } from "./test-db.ts";

// P4: the app dies at every database call of a move, one after the other. After each death the edit
// is in exactly one place; after a life without a crash the move has happened.

class Crash extends Error {}

/** The database as it is, but the n-th call of a table kills the app: before it, or just after it. */
function dyingAt(
  db: AppDb,
  nth: number,
  moment: "before" | "after",
): { db: AppDb; calls: () => number } {
  let calls = 0;
  const dying = <T extends object>(table: T): T =>
    new Proxy(table, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function" || !CALLS.has(String(name))) return member;
        return (...args: unknown[]) => {
          calls += 1;
          if (calls === nth && moment === "before") throw new Crash();
          const done: unknown = Reflect.apply(member, target, args);
          if (calls !== nth || !(done instanceof Object && "then" in done)) return done;
          return Dexie.Promise.resolve(done).then(() => Promise.reject(new Crash()));
        };
      },
    });
  const tables = new Map(db.tables.map((table) => [table.name, dying<Table>(table)]));
  const proxy = new Proxy(db, {
    get(target, name) {
      const member: unknown = tables.get(String(name)) ?? Reflect.get(target, name, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { db: proxy, calls: () => calls };
}

const CALLS = new Set(["get", "put", "add", "delete", "update", "bulkPut", "where", "toArray"]);

async function places({ db }: TestTablet) {
  const [drafts, queued, settled] = await Promise.all([
    db.drafts.count(),
    db.outbox.count(),
    db.settled.count(),
  ]);
  return { drafts, queued, settled };
}

async function crashEverywhere(
  move: (db: AppDb, tablet: TestTablet) => Promise<unknown>,
  start: (tablet: TestTablet) => Promise<unknown>,
  expected: { before: object; after: object },
): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    for (const moment of ["before", "after"] as const) {
      const tablet = await aTablet();
      await start(tablet);
      const dying = dyingAt(tablet.db, nth, moment);
      const died = await move(dying.db, tablet).then(
        () => false,
        (error: unknown) => error instanceof Crash || Promise.reject(error),
      );
      if (!died && dying.calls() < nth) {
        expect(await places(tablet)).toEqual(expected.after);
        return nth - 1;
      }
      expect(await places(tablet), `crash ${moment} call ${nth}`).toEqual(
        died ? expected.before : expected.after,
      );
    }
  }
}

test("[P4] a crash anywhere in submitting leaves the edit in drafts or in the outbox, never both", async () => {
  const points = await crashEverywhere(
    (db, { report }) => submitDraft(db, report, NOW),
    async (tablet) => {
      await write(tablet, aReportBody());
      await attachFile(tablet.db, tablet.report, {
        bytes: new ArrayBuffer(10),
        name: "ประชุม.webp",
        mediaType: "image/webp",
        now: NOW,
      });
    },
    {
      before: { drafts: 1, queued: 0, settled: 0 },
      after: { drafts: 0, queued: 1, settled: 0 },
    },
  );
  expect(points).toBeGreaterThan(4);
});

test("[P4] a crash anywhere in settling leaves the mutation in the outbox or with its receipt", async () => {
  const points = await crashEverywhere(
    async (db, tablet) => {
      const batch = await nextBatch(tablet.db, -1);
      const receipts = batch.map((row) => accepted(row.mutationId));
      return settle(db, batch, aReply(receipts), NOW);
    },
    submit,
    {
      before: { drafts: 0, queued: 1, settled: 0 },
      after: { drafts: 0, queued: 0, settled: 1 },
    },
  );
  expect(points).toBeGreaterThan(6);
});

test("[P4] a crash anywhere in recalling leaves the edit in the outbox or in drafts", async () => {
  const points = await crashEverywhere(
    async (db, tablet) => {
      const [row] = await nextBatch(tablet.db, -1);
      return takeBack(db, row?.mutationId ?? "", NOW);
    },
    submit,
    {
      before: { drafts: 0, queued: 1, settled: 0 },
      after: { drafts: 1, queued: 0, settled: 0 },
    },
  );
  expect(points).toBeGreaterThan(3);
});
