import { expect, test } from "vitest";
import { type ReadyFacts, readyLines } from "./ready-lines.ts";

const NOW = "2024-03-15T01:00:00.000Z";
const fine: ReadyFacts = {
  now: NOW,
  assignments: 39,
  areas: 17,
  pulledAt: "2024-03-15T00:55:00.000Z",
  opensOffline: true,
  isNewest: true,
  persisted: true,
  freeBytes: 18 * 1024 ** 3,
  sessionUntil: "2024-04-20T00:00:00.000Z",
  photosWork: true,
  clockAheadMs: 1500,
  lastSyncAt: "2024-03-15T00:55:00.000Z",
  hasPin: false,
  isShared: false,
  aside: 0,
};

const notReady = (facts: Partial<ReadyFacts>) =>
  readyLines({ ...fine, ...facts }).filter(({ state }) => state !== "ready");

test("a tablet that has everything is ready in every line", () => {
  expect(readyLines(fine)).toHaveLength(9);
  expect(notReady({})).toEqual([]);
});

test.each<[string, Partial<ReadyFacts>, RegExp]>([
  ["nothing assigned", { assignments: 0 }, /ยังไม่มีงานที่มอบหมาย/],
  ["never pulled", { pulledAt: null }, /ยังไม่มีงานที่มอบหมาย/],
  ["two days old", { pulledAt: "2024-03-13T01:00:00.000Z" }, /ข้อมูล ณ 13 มี.ค. 2567/],
  ["no areas", { areas: 0 }, /รายชื่อพื้นที่/],
  ["the app not on the tablet", { opensOffline: false }, /เก็บลงเครื่องไม่ครบ/],
  ["a new version", { isNewest: false }, /แอปรุ่นใหม่/],
  ["storage not promised", { persisted: false }, /ติดตั้งแอปบนหน้าจอหลัก/],
  ["little room", { freeBytes: 80 * 1024 ** 2 }, /80 MB .*500 MB/],
  ["nobody's session", { sessionUntil: null }, /เข้าสู่ระบบอีกครั้ง/],
  ["a session for two days", { sessionUntil: "2024-03-17T01:00:00.000Z" }, /ใกล้ครบเวลา/],
  ["a photo worker that fails", { photosWork: false }, /ย่อรูปไม่ได้/],
  ["a clock 7 minutes fast", { clockAheadMs: 7 * 60_000 }, /เร็วไป 7 นาที/],
  ["a clock a year slow", { clockAheadMs: -365 * 86_400_000 }, /ช้าไป 365 วัน/],
  ["a clock set back since", { lastSyncAt: "2024-03-16T00:00:00.000Z" }, /ถอยหลัง/],
  ["a damaged photo", { aside: 1 }, /มีงานหรือไฟล์ที่ต้องดูแล/],
  ["shared and without a PIN", { isShared: true }, /ตั้ง PIN/],
])("%s: one thing to do, and what", (_what, facts, words) => {
  expect(notReady(facts)).toEqual([{ state: "to-do", words: expect.stringMatching(words) }]);
});

test.each<[Partial<ReadyFacts>, RegExp]>([
  [{ isNewest: null }, /รุ่นล่าสุด/],
  [{ freeBytes: null }, /พื้นที่ว่าง/],
  [{ clockAheadMs: null }, /นาฬิกา/],
])("what could not be checked is said, and is neither ready nor to do: %j", (facts, words) => {
  expect(notReady(facts)).toEqual([{ state: "unknown", words: expect.stringMatching(words) }]);
});
