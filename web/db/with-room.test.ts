import { expect, test } from "vitest";
import { err, ok, type Result } from "../../shared/result.ts";
import type { AppDb } from "./schema.ts";
import { changeSettings, currentPerson } from "./settings.ts";
import { aTablet, EPOCH, NOW } from "./test-db.ts";
import { keepReserve } from "./text-reserve.ts";
import { withRoom, withRoomForText } from "./with-room.ts";

type Saved = Result<"saved", { kind: "storage-full" | "storage-lost" }>;

/** A tablet that also holds a file that nothing names any more, and the server has in a backup. */
async function aFullTablet(): Promise<AppDb> {
  const { db, assignment, authorId } = await aTablet();
  await db.files.put({
    sha256: "0".repeat(64),
    bytes: new ArrayBuffer(8),
    sizeBytes: 8,
    mediaType: "image/webp",
    addedAt: NOW,
  });
  await db.uploads.put({
    submissionId: assignment.reportId,
    sha256: "0".repeat(64),
    authorId,
    name: "a.webp",
    mediaType: "image/webp",
    sizeBytes: 8,
    state: "done",
    offset: 8,
    queuedAt: NOW,
    epoch: EPOCH,
    seq: 3,
  });
  await changeSettings(db, { epoch: EPOCH, backedUpSeq: 3 });
  return db;
}

test("[O10] work that found the storage full is run again once room was made", async () => {
  const db = await aFullTablet();
  const unit = (await currentPerson(db))?.orgUnitCode ?? "";
  await db.cursors.bulkPut([
    { unit, cursor: "1", pulledAt: NOW, epoch: EPOCH },
    { unit: "9901", cursor: "1", pulledAt: NOW, epoch: EPOCH },
  ]);
  const work = async (): Promise<Saved> =>
    (await db.files.count()) > 0 ? err({ kind: "storage-full" }) : ok("saved");
  expect(await withRoom(db, work)).toEqual(ok("saved"));
  expect((await db.cursors.toArray()).map((cursor) => cursor.unit)).toEqual([unit]);
});

test("a storage that stays full is said, after two tries", async () => {
  const db = await aFullTablet();
  let tries = 0;
  const work = async (): Promise<Saved> => {
    tries += 1;
    return err({ kind: "storage-full" });
  };
  expect(await withRoom(db, work)).toEqual(err({ kind: "storage-full" }));
  expect(tries).toBe(2);
});

test("nothing is let go for any other reason, and nothing is run twice", async () => {
  const db = await aFullTablet();
  let tries = 0;
  const work = async (): Promise<Saved> => {
    tries += 1;
    return err({ kind: "storage-lost" });
  };
  expect(await withRoom(db, work)).toEqual(err({ kind: "storage-lost" }));
  expect(tries).toBe(1);
  expect(await db.files.count()).toBe(1);
});

test("[O1] what is typed gets the room set aside for it; a file does not", async () => {
  const { db } = await aTablet();
  await keepReserve(db);
  await keepReserve(db);
  const [reserve] = await db.reserve.toArray();
  expect(reserve?.bytes.byteLength).toBe(4 * 1024 * 1024);
  const needsReserve = async () =>
    (await db.reserve.count()) > 0 ? err({ kind: "storage-full" as const }) : ok("saved");
  expect(await withRoom(db, needsReserve)).toEqual(err({ kind: "storage-full" }));
  expect(await withRoomForText(db, needsReserve)).toEqual(ok("saved"));
  expect(await db.reserve.count()).toBe(0);
  const full = async () => err({ kind: "storage-full" as const });
  expect(await withRoomForText(db, full)).toEqual(err({ kind: "storage-full" }));
});
