/**
 * Thai text as it should be stored, compared and searched (domain 3.2).
 * Both sides run this same code: the tablet at input, the server at the door.
 */

const TONE = "\u0E48-\u0E4B";

/**
 * One spelling for what looks the same: NFC, no invisible characters, SARA AM and เเ composed,
 * vowel before tone mark, no doubled marks, single spaces, trimmed. Idempotent. Line breaks stay.
 */
export function normaliseThai(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\t]/g, " ")
    .replace(CONTROL_EXCEPT_NEWLINE, "")
    .replace(/[\uF700-\uF71A]/g, fromOldPdfFont)
    .replace(/\u0E40\u0E40/g, "\u0E41")
    .replace(new RegExp(`\u0E4D([${TONE}]?)\u0E32`, "g"), "$1\u0E33")
    .replace(new RegExp(`([${TONE}])\u0E4D\u0E32`, "g"), "$1\u0E33")
    .replace(new RegExp(`\u0E33([${TONE}])`, "g"), "$1\u0E33")
    .replace(/([\u0E47-\u0E4E])([\u0E31\u0E34-\u0E3A])/g, "$2$1")
    .replace(/([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\1+/g, "$1")
    .replace(/(?<![\u0E24\u0E26])\u0E45/g, "\u0E32")
    .replace(/ *\n */g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** ๐–๙ typed as 0–9 (U+0E50–0E59); everything else unchanged. */
export function arabicDigits(text: string): string {
  return text.replace(/[\u0E50-\u0E59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/**
 * What search compares: normalised, lower case, without spaces, punctuation, ฯ and tone marks,
 * digits Arabic. A text matches when its key contains the key of what was typed (R19).
 */
export function searchKey(text: string): string {
  return arabicDigits(normaliseThai(text))
    .toLowerCase()
    .replace(new RegExp(`[${TONE}\u0E4C\u0E2F]`, "g"), "")
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, "");
}

/** Length as a person counts it: user-perceived characters, so that ที่ is one. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

const graphemes = new Intl.Segmenter("th", { granularity: "grapheme" });

// Built from code points, because a literal control character in a pattern reads like a mistake.
const CONTROL_EXCEPT_NEWLINE = new RegExp(
  `[${String.fromCharCode(0)}-${String.fromCharCode(9)}${String.fromCharCode(11)}-${String.fromCharCode(31)}${String.fromCharCode(127)}-${String.fromCharCode(159)}]`,
  "g",
);

/** Marks that old Thai PDF fonts kept at shifted positions in the Private Use Area. */
const OLD_PDF_FONT =
  "\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

function fromOldPdfFont(shifted: string): string {
  return OLD_PDF_FONT[shifted.charCodeAt(0) - 0xf700] ?? "";
}
