import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { anId, aReportBody, aStoredSubmission } from "../../shared/test-builders.ts";
import { checkTablet } from "./check-tablet.ts";
import { attachFile, putBackFile, removeFile, replaceFile } from "./files.ts";
import type { Findings } from "./findings.ts";
import { dropOrphans } from "./orphan-files.ts";
import { nextBatch } from "./outbox.ts";
import { freeStorage, purge } from "./purge.ts";
import { readWork } from "./read-work.ts";
import { removeRecord } from "./remove-record.ts";
import type { UploadRow } from "./rows.ts";
import { changeSettings } from "./settings.ts";
import { settle } from "./settle.ts";
import { submitDraft } from "./submit-draft.ts";
import {
  accepted,
  aReply,
  aTablet,
  EPOCH,
  NOW,
  refuseFirst,
  submit,
  type TestTablet,
  write,
  writeArea,
} from "./test-db.ts";

const MONTHS_LATER = "2024-09-15T02:41:08.000Z";

async function check(
  { db }: TestTablet,
  rest: () => Promise<void> = () => Promise.resolve(),
): Promise<Findings> {
  const checked = await checkTablet(db, { rest, now: NOW });
  if (!checked.ok) throw new Error(checked.error.kind);
  return checked.value;
}

async function photograph({ db, report }: TestTablet, seed = 1, key = report) {
  const bytes = new Uint8Array(500).fill(seed).buffer;
  const photo = { bytes, name: `${seed}.webp`, mediaType: "image/webp", now: NOW } as const;
  const kept = await attachFile(db, key, photo);
  if (!kept.ok) throw new Error(kept.error.kind);
  return kept.value.sha256;
}

/** A tablet with a draft, two mutations that wait and a pasted table, all of them in order. */
async function aBusyTablet() {
  const tablet = await aTablet();
  const { db, authorId, assignment } = tablet;
  await submit(tablet);
  await submit(tablet, aReportBody({ successPoints: "สอง" }));
  await write(tablet, aReportBody({ successPoints: "สาม" }));
  const sha256 = await photograph(tablet);
  const pasted = { authorId, assignmentId: assignment.id, text: "ก\t1" };
  await db.pastedTexts.put({ ...pasted, revision: 1, updatedAt: NOW });
  return { tablet, sha256 };
}

const everything = async ({ db }: TestTablet) =>
  Promise.all([db.drafts, db.outbox, db.pastedTexts, db.files].map((table) => table.toArray()));

test("[O15] nothing is found on a tablet where nothing is wrong, and nothing changes there", async () => {
  const { tablet } = await aBusyTablet();
  const before = await everything(tablet);
  expect(await check(tablet)).toEqual({ unreadable: [], orphans: [] });
  expect(await everything(tablet)).toEqual(before);
  expect(await tablet.db.uploads.count()).toBe(0);
});

const of = ({ authorId, assignment }: TestTablet) => ({ authorId, assignmentId: assignment.id });

test.each(["drafts", "pastedTexts", "outbox"] as const)(
  "[O15] a row of %s that does not say what it should is named, and stays",
  async (store) => {
    const { tablet } = await aBusyTablet();
    const table = tablet.db.table(store);
    const row: object = must(await table.toCollection().first(), "it is there");
    const said = ["mutation", "text", "attachments"];
    const rest = Object.fromEntries(Object.entries(row).filter(([name]) => !said.includes(name)));
    await table.put(rest);
    const { unreadable } = await check(tablet);
    expect(unreadable).toEqual([{ store, id: expect.any(String), ...of(tablet) }]);
    expect(await table.toArray()).toContainEqual(rest);
  },
);

test.each(["drafts", "pastedTexts", "outbox"] as const)(
  "[O15] a row of %s that the browser does not give back is named, and the look goes on",
  async (store) => {
    const { tablet } = await aBusyTablet();
    const [first] = await tablet.db.table(store).toCollection().primaryKeys();
    await tablet.db.files.clear();
    refuseFirst(tablet.db.table(store));
    const { unreadable } = await check(tablet);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]).toMatchObject({ store, id: String(first) });
  },
);

test("[O15] a photo that the browser does not give back is named with its report", async () => {
  const { tablet, sha256 } = await aBusyTablet();
  refuseFirst(tablet.db.files);
  expect(await check(tablet)).toEqual({ unreadable: [], orphans: [] });
  expect(await tablet.db.uploads.toArray()).toMatchObject([{ sha256, state: "refused" }]);
});

test("[O15] [P10] a photo that the browser does not give back stands in nobody's way", async () => {
  const tablet = await aTablet();
  const { db, report } = tablet;
  await write(tablet);
  const [lost, taken] = [await photograph(tablet, 1), await photograph(tablet, 2)];
  db.files.hook("reading", () => {
    throw new DOMException("", "DataError");
  });
  expect(await removeFile(db, report, { sha256: taken, now: NOW })).toMatchObject({ ok: true });
  expect(await submitDraft(db, report, NOW)).toMatchObject({ ok: true });
  const batch = await nextBatch(db, -1);
  const receipts = batch.map((row) => accepted(row.mutationId, { missingFiles: [lost] }));
  await settle(db, batch, aReply(receipts), NOW);
  expect(await db.outbox.count(), "its text is with the province").toBe(0);
  expect(await check(tablet)).toEqual({ unreadable: [], orphans: [] });
  const refused = { sha256: lost, state: "refused", reason: "bytes-missing" };
  expect(await db.uploads.toArray()).toMatchObject([refused]);
});

test("[O15] what a later release sealed besides is no damage: it is sent as it is", async () => {
  const { tablet } = await aBusyTablet();
  await tablet.db.outbox.toCollection().modify((row) => {
    Object.assign(row.mutation, { mood: "good" });
  });
  expect((await check(tablet)).unreadable).toEqual([]);
});

test("[O15] storage that is lost says nothing about any row; the look begins anew", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  await expect(readWork(tablet.db, async () => tablet.db.close())).rejects.toThrow();
  await tablet.db.open();
  let rests = 0;
  const findings = await check(tablet, async () => {
    rests += 1;
    if (rests === 1) tablet.db.close();
  });
  expect(findings).toEqual({ unreadable: [], orphans: [] });
});

test.each(["gone", "unreadable"] as const)(
  "[O15] a photo whose draft is %s is the only copy: kept, full storage or not, and named",
  async (draft) => {
    const tablet = await aTablet();
    const { db } = tablet;
    await write(tablet);
    const sha256 = await photograph(tablet);
    if (draft === "gone") await db.drafts.clear();
    else await db.drafts.toCollection().modify((row) => void Reflect.deleteProperty(row, "place"));

    expect((await check(tablet)).orphans).toEqual([sha256]);
    await purge(db, MONTHS_LATER);
    await freeStorage(db);
    expect((await check(tablet)).orphans).toEqual([sha256]);

    await dropOrphans(db, [sha256]);
    expect((await check(tablet)).orphans).toEqual([]);
    expect(await db.files.count()).toBe(0);
  },
);

test("[O15] an orphan that is attached again meanwhile is not removed", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const sha256 = await photograph(tablet);
  await tablet.db.drafts.clear();
  const { orphans } = await check(tablet);
  await write(tablet);
  await photograph(tablet);
  await dropOrphans(tablet.db, orphans);
  expect(await tablet.db.files.get(sha256)).toBeDefined();
});

test("[O15] a photo that is being attached during the look is no orphan", async () => {
  const tablet = await aTablet();
  await write(tablet);
  let isDone = false;
  const findings = await check(tablet, async () => {
    if (isDone) return;
    isDone = true;
    await photograph(tablet);
  });
  expect(findings.orphans).toEqual([]);
});

test("[O15] what the person took away is no orphan, and takes no room", async () => {
  const tablet = await aTablet();
  const { db, report, assignment } = tablet;
  await write(tablet);
  const removed = await photograph(tablet, 1);
  const turned = await photograph(tablet, 2);
  const taken = must((await removeIt(tablet, removed)).value, "it was there");
  expect(await db.files.get(removed)).toBeUndefined();
  const bytes = new Uint8Array(500).fill(3).buffer;
  const other = { bytes, mediaType: "image/webp", now: NOW, replaced: turned } as const;
  await replaceFile(db, report, other);
  expect(await db.files.get(turned)).toBeUndefined();
  expect(await db.files.count()).toBe(1);

  await putBackFile(db, report, { removed: taken, now: NOW });
  expect(await db.files.count()).toBe(2);
  const area = await writeArea(tablet);
  await photograph(tablet, 4, area);
  await removeRecord(db, { ...area, assignmentId: assignment.id }, NOW);
  expect(await db.files.count()).toBe(2);
  expect((await check(tablet)).orphans).toEqual([]);
});

async function removeIt({ db, report }: TestTablet, sha256: string) {
  const removed = await removeFile(db, report, { sha256, now: NOW });
  if (!removed.ok) throw new Error(removed.error.kind);
  return removed;
}

test("[O15] a photo taken out of a draft stays while what waits names it", async () => {
  const tablet = await aTablet();
  await write(tablet);
  const sha256 = await photograph(tablet);
  await submitDraft(tablet.db, tablet.report, NOW);
  await write(tablet);
  await removeIt(tablet, sha256);
  expect(await tablet.db.files.get(sha256)).toBeDefined();
});

test("[O10] [O15] a photo that another tablet brought first is freed all the same, once backed up", async () => {
  const tablet = await aTablet();
  const { db, report } = tablet;
  await write(tablet);
  await photograph(tablet);
  await submitDraft(db, report, NOW);
  const batch = await db.outbox.toArray();
  const receipts = batch.map(({ mutationId }) => accepted(mutationId, { seq: 7 }));
  await settle(db, batch, aReply(receipts, { backedUpSeq: 9 }), NOW);
  await purge(db, MONTHS_LATER);
  // The mirror shows it still; then a later version is without it.
  expect(await db.files.count()).toBe(1);
  await db.submissions.toCollection().modify({ attachments: [] });
  expect((await check(tablet)).orphans).toEqual([]);
  await purge(db, MONTHS_LATER);
  expect(await db.files.count()).toBe(0);
});

test("[O15] a file on its way steps aside when its bytes are gone, its report too or not; no row goes", async () => {
  const tablet = await aTablet();
  const { db, assignment, authorId } = tablet;
  await changeSettings(db, { epoch: EPOCH });
  const row = (submissionId: string, fields: Partial<UploadRow>): UploadRow => ({
    submissionId,
    sha256: "1".repeat(64),
    authorId,
    name: "a.webp",
    mediaType: "image/webp",
    sizeBytes: 9,
    state: "done",
    offset: 9,
    queuedAt: NOW,
    ...fields,
  });
  const [sent, gone] = [anId(), anId()];
  await db.submissions.put({ ...aStoredSubmission({ id: sent }), unit: assignment.districtCode });
  await db.uploads.bulkPut([
    row(sent, {}),
    row(gone, { sha256: "5".repeat(64) }),
    row(gone, { sha256: "2".repeat(64), state: "waiting", offset: 0 }),
    row(gone, { sha256: "3".repeat(64), state: "sending", offset: 5 }),
    row(gone, { sha256: "4".repeat(64), state: "refused", reason: "too-large" }),
  ]);
  await check(tablet);
  const left = (await db.uploads.toArray()).map(({ sha256, state }) => `${sha256[0]} ${state}`);
  expect(left.sort()).toEqual(["1 done", "2 refused", "3 refused", "4 refused", "5 done"]);
});
