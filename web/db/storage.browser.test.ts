import { Dexie } from "dexie";
import { expect, onTestFinished, test } from "vitest";
import { ok } from "../../shared/result.ts";
import { aReportBody } from "../../shared/test-builders.ts";
import { saveDraft } from "./drafts.ts";
import { attachFile } from "./files.ts";
import { nextBatch } from "./outbox.ts";
import { AppDb } from "./schema.ts";
import { settle } from "./settle.ts";
import { durably } from "./storage-error.ts";
import { submitDraft } from "./submit-draft.ts";
import { accepted, aReply, aTablet, NOW, type TestTablet, write } from "./test-db.ts";

// What only a browser can tell: fake-indexeddb knows no durability and no second window.

async function aRealTablet(): Promise<TestTablet> {
  const tablet = await aTablet();
  onTestFinished(async () => {
    tablet.db.close();
    await Dexie.delete(tablet.db.name);
  });
  return tablet;
}

test("[O1] every transaction that writes what a person entered is durable in the strict sense", async () => {
  const seen: string[] = [];
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const opened = transaction.call(this, names, mode, options);
    if (mode === "readwrite") seen.push(opened.durability);
    return opened;
  };
  onTestFinished(() => {
    IDBDatabase.prototype.transaction = transaction;
  });
  const tablet = await aRealTablet();
  await write(tablet);
  const file = { bytes: new ArrayBuffer(10), name: "ก.webp", mediaType: "image/webp" as const };
  await attachFile(tablet.db, tablet.report, { ...file, now: NOW });
  await submitDraft(tablet.db, tablet.report, NOW);
  const batch = await nextBatch(tablet.db, -1);
  const receipts = batch.map((row) => accepted(row.mutationId));
  await settle(tablet.db, batch, aReply(receipts), NOW);
  expect(seen.length).toBeGreaterThan(4);
  expect(new Set(seen)).toEqual(new Set(["strict"]));
});

test("[O2] submitting and settling hold in a real browser, where a foreign await ends a transaction", async () => {
  const tablet = await aRealTablet();
  await write(tablet, aReportBody({ successPoints: "ก".repeat(2000) }));
  expect(await submitDraft(tablet.db, tablet.report, NOW)).toMatchObject({ ok: true });
  expect([await tablet.db.drafts.count(), await tablet.db.outbox.count()]).toEqual([0, 1]);
});

test("[O9] a window that a newer version pushed aside does not write into its database", async () => {
  const tablet = await aRealTablet();
  await write(tablet);
  const next = new AppDb(tablet.db.name);
  next.version(2).stores({ later: "id" });
  await next.open();
  onTestFinished(() => next.close());
  const edit = { body: {}, typed: {}, place: "", revision: 1, now: NOW };
  expect(await saveDraft(tablet.db, tablet.report, edit)).toEqual({
    ok: false,
    error: { kind: "app-outdated" },
  });
  expect(await next.drafts.toArray()).toMatchObject([{ body: aReportBody() }]);
});

test("an abort by the browser leaves what was stored before, and is told apart from a bug", async () => {
  const tablet = await aRealTablet();
  await write(tablet);
  const saved = await durably(tablet.db, () =>
    tablet.db.transaction("rw", tablet.db.drafts, async () => {
      await tablet.db.drafts.clear();
      Dexie.currentTransaction.idbtrans.abort();
      return ok(await tablet.db.drafts.count());
    }),
  );
  expect(saved).toEqual({ ok: false, error: { kind: "storage-lost" } });
  expect(await tablet.db.drafts.count()).toBe(1);
});
