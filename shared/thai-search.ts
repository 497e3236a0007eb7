import { arabicDigits, normaliseThai, searchKey } from "./thai-text.ts";

/**
 * Whether a text holds what was typed into a search box (R19): tolerant of spaces, marks, digits
 * and spellings (see `searchKey`) and of abbreviations, in either direction: "สพอ." finds
 * "สำนักงานพัฒนาชุมชนอำเภอ" and "ตำบลวัฒนา" finds "ต.วัฒนา". Nothing typed finds everything.
 */
export function matches(text: string, typed: string): boolean {
  return matchesKeys(searchKeys(text), searchKeys(typed));
}

/** A text made ready for searching; worth keeping where one text meets many searches. */
export type SearchKeys = { written: string; spelledOut: string };

export function searchKeys(text: string): SearchKeys {
  return { written: searchKey(text), spelledOut: searchKey(spellOut(text)) };
}

/** `matches` of keys made before. */
export function matchesKeys(text: SearchKeys, typed: SearchKeys): boolean {
  // The text as written first: what is still being typed ("สพ") is no abbreviation yet.
  return text.written.includes(typed.written) || text.spelledOut.includes(typed.spelledOut);
}

/**
 * Abbreviations of this field and what they stand for (domain 3.2). One letter and a dot counts
 * at the start of a word only, so that ranks (ร.ต.อ.) and other abbreviations stay what they are.
 */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/สพจ\.?/g, "สำนักงานพัฒนาชุมชนจังหวัด"],
  [/สพอ\.?/g, "สำนักงานพัฒนาชุมชนอำเภอ"],
  [/ศพช\.?/g, "ศูนย์ศึกษาและพัฒนาชุมชน"],
  [/จปฐ\.?/g, "ความจำเป็นพื้นฐาน"],
  [/(^|[\s(,/])จ\.(?![ก-ฮ]\.)/g, "$1จังหวัด"],
  [/(^|[\s(,/])อ\.(?![ก-ฮ]\.)/g, "$1อำเภอ"],
  [/(^|[\s(,/])ต\.(?![ก-ฮ]\.)/g, "$1ตำบล"],
  [/(^|[\s(,/])(?:ม\.|หมู่(?:ที่)?) *(?=\d)/g, "$1หมู่ที่"],
];

function spellOut(text: string): string {
  return ABBREVIATIONS.reduce(
    (spelled, [abbreviation, meaning]) => spelled.replace(abbreviation, meaning),
    arabicDigits(normaliseThai(text)),
  );
}
