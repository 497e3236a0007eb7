import { readFileSync } from "node:fs";
import type { Dexie } from "dexie";
import { expect, onTestFinished, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { anId } from "../../shared/test-builders.ts";
import { openAppDb } from "../../web/db/open-app-db.ts";
import { nextBatch } from "../../web/db/outbox.ts";
import { AppDb, SCHEMA_VERSION } from "../../web/db/schema.ts";
import { settle } from "../../web/db/settle.ts";
import { sha256Of } from "../../web/db/sha256.ts";
import { submitDraft } from "../../web/db/submit-draft.ts";
import { accepted, aReply, NOW } from "../../web/db/test-db.ts";
import { exportRescue } from "../../web/rescue/export-rescue.ts";
import { type Dump, dumpDatabase, dumpFile, makeDatabase, parseDump } from "./dump.ts";
import { aTabletOfEverything } from "./tablet-of-everything.ts";

const RELEASED = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);
const NEWEST = recorded(SCHEMA_VERSION);

function recorded(version: number): Dump {
  return parseDump(readFileSync(dumpFile(version), "utf8"));
}

async function aTabletFrom(dump: Dump): Promise<string> {
  const name = `test-${anId()}`;
  await makeDatabase(name, dump);
  return name;
}

async function opened(name: string): Promise<AppDb> {
  const result = await openAppDb({ name });
  if (!result.ok) throw new Error(result.error.kind);
  onTestFinished(() => result.value.close());
  return result.value;
}

/** By store; of a later version those that were there before. */
function rowsOf({ stores }: Dump, like = NEWEST): Map<string, unknown[]> {
  const names = new Set(like.stores.map(({ name }) => name));
  return new Map(stores.flatMap(({ name, rows }) => (names.has(name) ? [[name, rows]] : [])));
}

const withoutRows = ({ version, stores }: Dump) => ({
  version,
  stores: stores.map(({ rows: _, ...declared }) => declared),
});

test("[U2] the recorded tablet has something of everything", () => {
  for (const [store, rows] of rowsOf(NEWEST)) expect(rows, store).not.toHaveLength(0);
});

test("[U2] what a tablet stores changes with the schema's number only: else `npm run record-tablet`, before a release", async () => {
  const { db } = await aTabletOfEverything();
  db.close();
  expect(withoutRows(await dumpDatabase(db.name))).toEqual(withoutRows(NEWEST));
});

test.each(RELEASED)(
  "[U2] [O9] a tablet of version %i is opened, and nothing on it is lost",
  async (version) => {
    const dump = recorded(version);
    const name = await aTabletFrom(dump);
    (await opened(name)).close();
    expect(rowsOf(await dumpDatabase(name), dump)).toEqual(rowsOf(dump));
  },
);

test.each(RELEASED)(
  "[U2] [O9] what lay on a tablet of version %i is submitted, sent and rescued",
  async (version) => {
    const db = await opened(await aTabletFrom(recorded(version)));
    for (const { sha256, bytes } of await db.files.toArray()) {
      expect(await sha256Of(bytes)).toBe(sha256);
    }
    const { personId } = must(await db.settings.get("tablet"), "somebody signed in");
    const drafts = await db.drafts.toArray();
    const whole = drafts.find((draft) => draft.authorId === personId && draft.kind === "report");
    expect(await submitDraft(db, must(whole, "a report is in progress"), NOW)).toMatchObject({
      ok: true,
    });

    const waiting = await db.outbox.count();
    const rescued = await exportRescue(db.backendDB(), NOW);
    expect(rescued).toMatchObject({ ok: true, value: { drafts: drafts.length - 1, leftOut: 0 } });
    for (let row = await nextBatch(db, -1); row.length > 0; row = await nextBatch(db, -1)) {
      const receipts = row.map(({ mutationId }) => accepted(mutationId));
      await settle(db, row, aReply(receipts), NOW);
    }
    expect(waiting).toBeGreaterThan(2);
    expect(await db.outbox.count()).toBe(0);
  },
);

/** The app of the next release: it adds a store, an index, and a row for each draft. */
class NextAppDb extends AppDb {
  constructor(
    name: string,
    step: (db: Dexie, transaction: IDBTransaction) => void = () => undefined,
  ) {
    super(name);
    const upgrade = this.version(SCHEMA_VERSION + 1).stores({
      notes: "[authorId+submissionId]",
      drafts: "[authorId+submissionId], updatedAt",
    });
    upgrade.upgrade(async (transaction) => {
      const next = () => step(this, transaction.idbtrans);
      next();
      const drafts = await transaction.table("drafts").toArray();
      next();
      for (const { authorId, submissionId } of drafts) {
        await transaction.table("notes").add({ authorId, submissionId, note: "" });
        next();
      }
    });
  }
}

class Killed extends Error {}

const ENDS: [how: string, end: (db: Dexie, transaction: IDBTransaction) => void][] = [
  ["its transaction is aborted", (_, transaction) => transaction.abort()],
  ["the database is closed", (db) => db.close()],
  [
    "the upgrade throws",
    () => {
      throw new Killed();
    },
  ],
];

test.each(ENDS)(
  "[U2] [O9] an upgrade is whole or has not been: %s, at each step",
  async (_how, end) => {
    for (let nth = 1; ; nth += 1) {
      const name = await aTabletFrom(NEWEST);
      let step = 0;
      const cutOff = new NextAppDb(name, (db, transaction) => {
        step += 1;
        if (step === nth) end(db, transaction);
      });
      const isOpen = await cutOff.open().then(
        () => true,
        () => false,
      );
      cutOff.close();
      expect(isOpen, `cut off at step ${nth}`).toBe(step < nth);

      const left = await dumpDatabase(name);
      const outdated = { ok: false, error: { kind: "app-outdated" } };
      if (left.version > NEWEST.version) expect(await openAppDb({ name })).toEqual(outdated);
      // The release before goes on where it was, on a database that shows no trace of the attempt.
      else expect(left).toEqual(NEWEST);

      const next = await new NextAppDb(name).open();
      expect(await next.table("notes").count()).toBe(await next.table("drafts").count());
      next.close();
      expect(rowsOf(await dumpDatabase(name))).toEqual(rowsOf(NEWEST));
      if (isOpen) return expect(nth).toBeGreaterThan(4);
    }
  },
);
