import { isTidyThai } from "./thai-tidy.ts";

/**
 * Thai text as it should be stored, compared and searched (domain 3.2).
 * Both sides run this same code: the tablet at input, the server at the door.
 */

// Marks that stand on a consonant, as ranges for character classes: vowels above and below it,
// then whatever is stacked on those. Within a cluster they are stored in this order.
const VOWEL_MARK = "\u0E31\u0E34-\u0E3A";
const TOP_MARK = "\u0E47-\u0E4E";
const TONE = "\u0E48-\u0E4B";

/**
 * One spelling for what looks the same: NFC, no invisible characters, SARA AM and เเ composed,
 * vowel before tone mark, no doubled marks, single spaces, trimmed. Line breaks stay, as "\n".
 *
 * Idempotent for every string: one rule may make room for another, so they run until none applies.
 * Each either shortens the text or moves a mark towards its place, therefore this ends.
 */
export function normaliseThai(text: string): string {
  let current = text;
  while (!isTidyThai(current)) {
    const next = applyRules(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

function applyRules(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(INVISIBLE, "")
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, " ")
    .replace(CONTROL, "")
    .replace(/[\uF700-\uF71A]/g, fromOldPdfFont)
    .replace(/\u0E40\u0E40/g, "\u0E41")
    .replace(NIKHAHIT_TONE_AA, "$1\u0E33")
    .replace(AM_TONE, "$1\u0E33")
    .replace(TOP_BEFORE_VOWEL, "$2$1")
    .replace(DOUBLED_MARK, "$1")
    .replace(/(?<![\u0E24\u0E26])\u0E45/g, "\u0E32")
    .replace(/ *\n */g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

// Soft hyphen, joiners, directional marks and the like: they survive copying and spoil comparing.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
// By property, because a literal control character in a pattern reads like a mistake.
const CONTROL = /(?!\n)\p{Cc}/gu;

const NIKHAHIT_TONE_AA = new RegExp(`\u0E4D([${TONE}]?)\u0E32`, "g");
const AM_TONE = new RegExp(`\u0E33([${TONE}])`, "g");
const TOP_BEFORE_VOWEL = new RegExp(`([${TOP_MARK}]+)([${VOWEL_MARK}]+)`, "g");
const DOUBLED_MARK = new RegExp(`([${VOWEL_MARK}${TOP_MARK}])\\1+`, "g");

/** Marks that old Thai PDF fonts kept at shifted positions in the Private Use Area, from U+F700 on. */
const OLD_PDF_FONT =
  "\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

function fromOldPdfFont(shifted: string): string {
  return OLD_PDF_FONT[shifted.charCodeAt(0) - 0xf700] ?? "";
}

/** ๐–๙ typed as 0–9 (U+0E50–0E59); everything else unchanged. */
export function arabicDigits(text: string): string {
  return text.replace(/[\u0E50-\u0E59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/**
 * What search compares: normalised, lower case, without spaces, punctuation, ฯ and tone marks,
 * digits Arabic. A text matches when its key contains the key of what was typed (R19); where
 * abbreviations should match as well, use `matches` (thai-search.ts).
 */
export function searchKey(text: string): string {
  return arabicDigits(normaliseThai(text)).toLowerCase().replace(IGNORED_IN_SEARCH, "");
}

const IGNORED_IN_SEARCH = new RegExp(`[${TONE}\u0E4C\u0E2F\\p{P}\\p{S}\\p{Z}\\s]`, "gu");

/** Length as a person counts it: user-perceived characters, so that ที่ is one. */
export function graphemeCount(text: string): number {
  // Of nearly every text: a form asks at each letter, and the segmenter takes a hundred times as long.
  if (PLAIN.test(text) && !LOOSE_MARK.test(text)) return text.replace(JOINS_BEFORE, "").length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

// Thai, printable ASCII, dashes and quotation marks.
const PLAIN = /^[\n -~\u0E01-\u0E3A\u0E3F-\u0E5B\u2010-\u2027]*$/;
/** What stands on, under or behind the letter before it and is no character of its own. */
const JOINS_BEFORE = new RegExp(`[${VOWEL_MARK}\u0E33${TOP_MARK}]`, "g");
/** With nothing before it to join. */
const LOOSE_MARK = new RegExp(`(?:^|\\n)[${VOWEL_MARK}\u0E33${TOP_MARK}]`);

const graphemes = new Intl.Segmenter("th", { granularity: "grapheme" });
