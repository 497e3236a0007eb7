import { expect, test } from "vitest";
import { calledName, firstName } from "./called-name.ts";

test.each([
  ["นางพิกุล ตัวอย่างรัตน์", "พิกุล ตัวอย่างรัตน์", "พิกุล"],
  ["นางสาวใบข้าว ตัวอย่างดี", "ใบข้าว ตัวอย่างดี", "ใบข้าว"],
  ["นายภูผา สมมุติกิจ", "ภูผา สมมุติกิจ", "ภูผา"],
  ["ว่าที่ร้อยตรีหญิง ดาวเรือง ตัวอย่างวงศ์", "ดาวเรือง ตัวอย่างวงศ์", "ดาวเรือง"],
  ["administrator", "administrator", "administrator"],
])("%s is called %s, in short %s", (displayName, called, first) => {
  expect(calledName(displayName)).toBe(called);
  expect(firstName(displayName)).toBe(first);
});

test("a name that is nothing but a title stays as it is", () => {
  expect(calledName("นาย")).toBe("นาย");
});
