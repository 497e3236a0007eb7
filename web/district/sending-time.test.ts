import { expect, test } from "vitest";
import { sendingTimeWords } from "./sending-time.ts";

const MB = 1024 * 1024;
const at = (bytesPerSecond: number) => ({ bytesPerSecond, measuredAt: "2024-03-15T03:04:00.000Z" });

test("before any file left from this tablet, the time is not known", () => {
  expect(sendingTimeWords(MB, null)).toContain("ไม่ทราบ");
});

test.each([
  [3 * MB, 8 * 1024, /ประมาณ 7 นาที .*8 KB ต่อวินาที.*15 มี.ค. 2567 10:04 น./],
  [450 * MB, 8 * 1024, /ประมาณ 16 ชั่วโมง/],
  [1024, 2 * MB, /ประมาณ 1 นาที/],
])("%i bytes at %i a second", (sizeBytes, bytesPerSecond, words) => {
  expect(sendingTimeWords(sizeBytes, at(bytesPerSecond))).toMatch(words);
});
