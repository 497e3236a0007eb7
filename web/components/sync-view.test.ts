import { expect, test } from "vitest";
import { th } from "../i18n/th.ts";
import { syncWords } from "./sync-view.ts";

test("without signal the first thing said is that everything is kept", () => {
  const words = syncWords({ kind: "kept", waiting: 4, signal: false }, th);
  expect(words.headline).toBe("เก็บในเครื่องครบ");
  expect(words.detail).toBe("ไม่มีสัญญาณ · รอส่ง 4");
});

test("with signal, what waits is counted without a word about the network", () => {
  expect(syncWords({ kind: "kept", waiting: 4, signal: true }, th).detail).toBe("รอส่ง 4");
});

test("text goes first: photos are counted once it has gone", () => {
  const text = syncWords({ kind: "sending", photosSent: 0, photosTotal: 0 }, th);
  const photos = syncWords({ kind: "sending", photosSent: 3, photosTotal: 10 }, th);
  expect(text.headline).toBe("กำลังส่งข้อความ");
  expect([photos.headline, photos.detail]).toEqual(["ข้อความส่งแล้ว", "รูป 3 จาก 10"]);
});

test("only what is not durable is warm, and says what failed", () => {
  const views = [
    syncWords({ kind: "kept", waiting: 0, signal: false }, th),
    syncWords({ kind: "sending", photosSent: 0, photosTotal: 2 }, th),
    syncWords({ kind: "done", at: "10:04 น." }, th),
  ];
  expect(views.map(({ warm }) => warm)).toEqual([false, false, false]);
  const failed = syncWords({ kind: "not-saved", reason: "เครื่องเต็ม" }, th);
  expect(failed).toMatchObject({ warm: true, detail: "เครื่องเต็ม" });
});
