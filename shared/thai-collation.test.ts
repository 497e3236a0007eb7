import { expect, test } from "vitest";
import { compareThai } from "./thai-collation.ts";

test("names sort by their consonant, not by the vowel written before it", () => {
  const districts = ["อรัญประเทศ", "เมืองสระแก้ว", "คลองหาด", "โคกสูง", "เขาฉกรรจ์", "วัฒนานคร"];
  expect(districts.sort(compareThai)).toEqual([
    "เขาฉกรรจ์",
    "คลองหาด",
    "โคกสูง",
    "เมืองสระแก้ว",
    "วัฒนานคร",
    "อรัญประเทศ",
  ]);
});

test("numbers sort by value, Thai digits among Arabic ones", () => {
  const villages = ["หมู่ที่ 10", "หมู่ที่ ๓", "หมู่ที่ 2", "หมู่ที่ ๑๑"];
  expect(villages.sort(compareThai)).toEqual(["หมู่ที่ 2", "หมู่ที่ ๓", "หมู่ที่ 10", "หมู่ที่ ๑๑"]);
});

test("digits of both scripts are the same number", () => {
  expect(compareThai("หมู่ที่ ๓", "หมู่ที่ 3")).toBe(0);
});
