import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { anAttachment, aStoredSubmission } from "../../shared/test-builders.ts";
import { checkTablet } from "./check-tablet.ts";
import { attachFile, removeFile } from "./files.ts";
import { settle } from "./settle.ts";
import { submitDraft } from "./submit-draft.ts";
import { accepted, aReply, aTablet, NOW, type TestTablet, write } from "./test-db.ts";
import { retryUpload } from "./uploads.ts";

const check = ({ db }: TestTablet, rest = () => Promise.resolve()) =>
  checkTablet(db, { rest, now: NOW });

/** A draft with two photos, the first of which is not what it should be. */
async function aDamagedTablet(damage: "changed" | "gone" = "changed") {
  const tablet = await aTablet();
  await write(tablet);
  const [bad] = [await photograph(tablet, "เสีย.webp", 1), await photograph(tablet, "ดี.webp", 2)];
  await spoil(tablet, bad.sha256, damage);
  return { tablet, bad };
}

async function photograph({ db, report }: TestTablet, name: string, seed: number) {
  const bytes = new Uint8Array(500).fill(seed).buffer;
  const kept = await attachFile(db, report, { bytes, name, mediaType: "image/webp", now: NOW });
  if (!kept.ok) throw new Error(kept.error.kind);
  return kept.value;
}

async function spoil({ db }: TestTablet, sha256: string, damage: "changed" | "gone") {
  if (damage === "gone") await db.files.delete(sha256);
  else await db.files.update(sha256, { bytes: new Uint8Array(500).fill(9).buffer });
}

const named = async ({ db }: TestTablet) =>
  (await db.uploads.toArray()).map(({ name, state, reason }) => ({ name, state, reason }));
const NAMED = [{ name: "เสีย.webp", state: "refused", reason: "damaged" }];

test.each(["changed", "gone"] as const)(
  "[O15] a photo of a draft whose bytes are %s is named, and nothing else",
  async (damage) => {
    const { tablet } = await aDamagedTablet(damage);
    const before = await Promise.all([tablet.db.drafts.toArray(), tablet.db.files.count()]);
    await check(tablet);
    expect(await named(tablet)).toEqual(NAMED);
    await check(tablet);
    expect(await named(tablet)).toEqual(NAMED);
    expect(await Promise.all([tablet.db.drafts.toArray(), tablet.db.files.count()])).toEqual(
      before,
    );
  },
);

test("[O15] a photo of what waits in the outbox is named too", async () => {
  const { tablet } = await aDamagedTablet();
  await submitDraft(tablet.db, tablet.report, NOW);
  await check(tablet);
  expect(await named(tablet)).toEqual(NAMED);
});

test.each(["changed", "gone"] as const)(
  "[O15] bytes that were %s: the same photo attached again mends it",
  async (damage) => {
    const { tablet } = await aDamagedTablet(damage);
    await check(tablet);
    await photograph(tablet, "เสีย.webp", 1);
    await check(tablet);
    expect(await named(tablet)).toEqual([]);
  },
);

test("[O15] a photo that was taken out is named no more", async () => {
  const { tablet, bad } = await aDamagedTablet();
  await check(tablet);
  await removeFile(tablet.db, tablet.report, { sha256: bad.sha256, now: NOW });
  await check(tablet);
  expect(await named(tablet)).toEqual([]);
});

test("[O15] whoever has read it may send it away; it is back after the next look, while it is so", async () => {
  const { tablet } = await aDamagedTablet();
  await check(tablet);
  const [row] = await tablet.db.uploads.toArray();
  await retryUpload(tablet.db, must(row, "it was named"));
  expect(await named(tablet)).toEqual([]);
  await check(tablet);
  expect(await named(tablet)).toEqual(NAMED);
});

test("[O15] what the server has needs no bytes here, nor what another tablet sends", async () => {
  const { tablet, bad } = await aDamagedTablet();
  const theirs = anAttachment();
  const { submissionId } = tablet.report;
  const draft = must(await tablet.db.drafts.get([tablet.authorId, submissionId]), "it is there");
  await tablet.db.drafts.put({ ...draft, attachments: [...draft.attachments, theirs] });
  const attachments = [bad, theirs];
  const mirrored = aStoredSubmission({
    id: submissionId,
    attachments,
    missingFiles: [theirs.sha256],
  });
  await tablet.db.submissions.put({ ...mirrored, unit: "2709" });
  await check(tablet);
  expect(await named(tablet)).toEqual([]);
});

test("[O15] a file on its way steps aside before its bytes are sent in vain; its row stays", async () => {
  const { tablet, bad } = await aDamagedTablet();
  await submitDraft(tablet.db, tablet.report, NOW);
  const outbox = await tablet.db.outbox.toArray();
  const receipts = outbox.map(({ mutationId }) =>
    accepted(mutationId, { missingFiles: [bad.sha256] }),
  );
  await settle(tablet.db, outbox, aReply(receipts), NOW);
  await check(tablet);
  const aside = [{ name: "เสีย.webp", state: "refused", reason: "bytes-missing" }];
  expect(await named(tablet)).toEqual(aside);
  // An edit on top names it as well, and is no second row, nor the end of the first.
  await write(tablet);
  await check(tablet);
  expect(await named(tablet)).toEqual(aside);
});

test("[O15] it rests before each file, and a connection lost meanwhile takes nothing from it", async () => {
  const { tablet } = await aDamagedTablet();
  let rests = 0;
  await check(tablet, () => {
    rests += 1;
    if (rests === 2) tablet.db.close();
    return Promise.resolve();
  });
  expect(rests).toBeGreaterThan(2);
  await tablet.db.open();
  expect(await named(tablet)).toEqual(NAMED);
});
