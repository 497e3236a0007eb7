import { expect, test } from "vitest";
import { matches } from "./thai-search.ts";

test.each([
  ["[R19] part of a name", "ประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาตำบล", "แผนพัฒนา"],
  ["[R19] the beginning of a code", "801-112-P0167-2024-02", "801-112-p"],
  ["[R19] a code without dashes, in Thai digits", "801-112-P0167-2024-02", "๘๐๑๑๑๒"],
  ["[R19] spaces and tone marks left out", "โคก หนอง นา หมู่บ้าน", "หนองนา หมูบาน"],
  ["an abbreviation without its dot", "ข้อมูล จปฐ. ประจำปี", "จปฐ"],
  ["an abbreviation with its dot", "ข้อมูล จปฐ ประจำปี", "จปฐ."],
  ["an abbreviation for the long name", "ข้อมูลความจำเป็นพื้นฐาน", "จปฐ"],
  ["the long name for an abbreviation", "สพอ.เมืองสระแก้ว", "สำนักงานพัฒนาชุมชนอำเภอเมือง"],
  ["the beginning of an abbreviation", "สพอ.เมืองสระแก้ว", "สพ"],
  ["ต. for ตำบล", "ตำบลวัฒนา", "ต.วัฒนา"],
  ["ตำบล for ต.", "ศาลา ต. วัฒนา อ.วัฒนานคร", "ตำบลวัฒนา"],
  ["อำเภอ for อ.", "ต.วัฒนา อ.วัฒนานคร", "อำเภอวัฒนานคร"],
  ["จังหวัด for จ.", "อ.วัฒนานคร จ.สระแก้ว", "จังหวัดสระแก้ว"],
  ["ม. for หมู่ที่", "ศาลาประชาคม หมู่ที่ 5", "ม.5"],
  ["หมู่ for ม., Thai digits", "ม. ๕ ต.วัฒนา", "หมู่ 5"],
  ["a letter that is neither Thai nor ASCII", "5 µm", "µ"],
  ["nothing typed", "ตำบลวัฒนา", " "],
])("finds %s", (_, text, typed) => {
  expect(matches(text, typed)).toBe(true);
});

test.each([
  ["another name", "ตำบลวัฒนา", "คลองหาด"],
  ["another level of the same name", "อ.วัฒนานคร", "ตำบลวัฒนานคร"],
  ["another village", "หมู่ที่ 15", "ม.5"],
  ["a sign for the Thai letter that takes its place in a key", "4ª", "ส"],
  ["a rank for a tambon", "ร.ต.อ.สมชาย", "ตำบล"],
  ["a rank that ends like one", "ส.ต.สมชาย", "ตำบล"],
  ["a village for a group of houses", "หมู่บ้าน 5 แห่ง", "หมู่ที่ 5"],
])("does not take for it: %s", (_, text, typed) => {
  expect(matches(text, typed)).toBe(false);
});
