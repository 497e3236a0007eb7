import { expect, test } from "vitest";
import { splitDifference } from "./text-difference.ts";

const marked = (own: string, other: string) =>
  splitDifference(own, other)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join("");

test("only what the other text lacks is marked", () => {
  expect(marked("อบรม ครบ 2 รุ่น", "อบรม ครบ 3 รุ่น")).toBe("อบรม ครบ [2] รุ่น");
});

test("the pieces put together are the text itself, every mark of it", () => {
  const own = "ผู้นำต้นกล้าผ่านเกณฑ์ ๑๒ คน\nน้ำใจ";
  const pieces = splitDifference(own, "ผู้นำผ่านเกณฑ์ 6 คน");
  expect(pieces.map(({ text }) => text).join("")).toBe(own);
});

test("equal texts have nothing marked, different ones everything", () => {
  expect(marked("เหมือนกัน", "เหมือนกัน")).toBe("เหมือนกัน");
  expect(marked("หนึ่ง", "two")).toBe("[หนึ่ง]");
  expect(splitDifference("", "อะไร")).toEqual([]);
});

test("very long texts are marked as a whole, not compared for seconds", () => {
  const long = "คำ ".repeat(2000);
  expect(splitDifference(long, `${long}อีก`)).toEqual([{ text: long, differs: true }]);
});
