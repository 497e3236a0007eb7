import { arabicDigits, normaliseThai, searchKey } from "./thai-text.ts";

/**
 * Whether a text holds what was typed into a search box (R19): tolerant of spaces, marks, digits
 * and spellings (see `searchKey`) and of abbreviations, in either direction: "สพอ." finds
 * "สำนักงานพัฒนาชุมชนอำเภอ" and "ตำบลวัฒนา" finds "ต.วัฒนา". Nothing typed finds everything.
 */
export function matches(text: string, typed: string): boolean {
  return matchesKeys(searchKeys(text), searchKeys(typed));
}

/**
 * A text made ready for searching, to be compared with nothing but its like; worth keeping where one
 * text meets many searches.
 */
export type SearchKeys = { written: string; spelledOut: string };

export function searchKeys(text: string): SearchKeys {
  const written = inBytes(searchKey(text));
  // Most texts hold no abbreviation: a glance costs a tenth of spelling out.
  const spelledOut = MAY_ABBREVIATE.test(text) ? inBytes(searchKey(spellOut(text))) : written;
  return { written, spelledOut };
}

/**
 * Thai letters in the place of the Latin-1 ones, which make way: V8 searches a text of one byte a
 * letter up to eight times faster, for in two bytes every letter from ก to ฎ looks like the next.
 */
function inBytes(key: string): string {
  let bytes = "";
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (code >= 0x80 && code <= 0xff) bytes += String.fromCharCode(code + PRIVATE_USE);
    else if (code >= 0x0e00 && code <= 0x0e7f) bytes += String.fromCharCode(code - 0x0d80);
    else bytes += key[at];
  }
  return bytes;
}

const PRIVATE_USE = 0xe000;

/** `matches` of keys made before. */
export function matchesKeys(text: SearchKeys, typed: SearchKeys): boolean {
  // The text as written first: what is still being typed ("สพ") is no abbreviation yet.
  if (text.written.includes(typed.written)) return true;
  const isSame = text.spelledOut === text.written && typed.spelledOut === typed.written;
  return !isSame && text.spelledOut.includes(typed.spelledOut);
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

/** What every abbreviation above has. */
const MAY_ABBREVIATE = /สพ[จอ]|ศพช|จปฐ|[จอตม]\.|หมู่/;

function spellOut(text: string): string {
  return ABBREVIATIONS.reduce(
    (spelled, [abbreviation, meaning]) => spelled.replace(abbreviation, meaning),
    arabicDigits(normaliseThai(text)),
  );
}
