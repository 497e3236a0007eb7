import { expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { err, ok } from "../../shared/result.ts";
import { attachFile, describeFile } from "../db/files.ts";
import { aTablet, NOW, type TestTablet, write } from "../db/test-db.ts";
import type { PhotoWorker } from "../photos/photo-worker.ts";
import { createPhotoTurner } from "./photo-turner.ts";

/** Turns a text: "รูป" by 1 is "รูป↻1". */
const photos: PhotoWorker = {
  compress: async () => err({ kind: "crashed" }),
  async turn(file, quarters) {
    const text = await file.text();
    if (text === "เสีย") return err({ kind: "undecodable" });
    const bytes = new TextEncoder().encode(`${text}↻${quarters}`).buffer;
    const thumbnail = new Blob(["เล็ก"]);
    return ok({ bytes, mediaType: "image/webp", sha256: "", width: 1, height: 1, thumbnail });
  },
  terminate() {},
};

async function aDraftWith(...texts: string[]) {
  const tablet = await aTablet();
  await write(tablet);
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text).buffer;
    const file = { bytes, name: `${text}.webp`, mediaType: "image/webp" as const, now: NOW };
    await attachFile(tablet.db, tablet.report, file);
  }
  return tablet;
}

async function attachedTo({ db }: TestTablet) {
  const { attachments } = must((await db.drafts.toArray())[0], "a draft was written");
  return Promise.all(
    attachments.map(async (attachment) => {
      const file = must(await db.files.get(attachment.sha256), "its bytes are stored");
      return { ...attachment, text: new TextDecoder().decode(file.bytes) };
    }),
  );
}

test("a turned photo keeps its caption, its name and its place", async () => {
  const tablet = await aDraftWith("หนึ่ง", "สอง", "สาม");
  const [, second] = await attachedTo(tablet);
  const sha256 = must(second, "three files").sha256;
  await describeFile(tablet.db, tablet.report, { sha256, caption: "เวทีประชาคม", now: NOW });
  const turn = createPhotoTurner({ db: tablet.db, photos, now: () => NOW }, tablet.report);
  const turned = await turn(sha256);
  const after = await attachedTo(tablet);
  expect(after.map(({ text }) => text)).toEqual(["หนึ่ง", "สอง↻1", "สาม"]);
  expect(after[1]).toMatchObject({ name: "สอง.webp", caption: "เวทีประชาคม", sizeBytes: 13 });
  expect(turned).toEqual(ok(after[1]?.sha256));
});

test("turned again it is made from what was taken in; all the way round it is the same file", async () => {
  const tablet = await aDraftWith("รูป");
  const turn = createPhotoTurner({ db: tablet.db, photos, now: () => NOW }, tablet.report);
  const seen: string[] = [];
  for (let turns = 0; turns < 4; turns += 1) {
    const [{ sha256 = "" } = {}] = await attachedTo(tablet);
    await turn(sha256);
    seen.push(...(await attachedTo(tablet)).map(({ text }) => text));
  }
  expect(seen).toEqual(["รูป↻1", "รูป↻2", "รูป↻3", "รูป"]);
});

test("what cannot be turned stays as it is, with the reason", async () => {
  const tablet = await aDraftWith("เสีย");
  const turn = createPhotoTurner({ db: tablet.db, photos, now: () => NOW }, tablet.report);
  const [{ sha256 = "" } = {}] = await attachedTo(tablet);
  expect(await turn(sha256)).toEqual(err({ kind: "undecodable" }));
  expect((await attachedTo(tablet)).map(({ text }) => text)).toEqual(["เสีย"]);
  await tablet.db.drafts.clear();
  await tablet.db.files.clear();
  expect(await turn(sha256)).toEqual(err({ kind: "unreadable" }));
});

test("a photo whose report was submitted meanwhile is not turned in it", async () => {
  const tablet = await aDraftWith("รูป");
  const turn = createPhotoTurner({ db: tablet.db, photos, now: () => NOW }, tablet.report);
  const [{ sha256 = "" } = {}] = await attachedTo(tablet);
  await tablet.db.drafts.clear();
  expect(await turn(sha256)).toEqual(err({ kind: "not-kept" }));
});
