/**
 * Words that browsers cut in the middle at the end of a line, because their dictionaries miss them:
 * การบูรณาการ becomes กา|รบู|รณา|การ. Longest first, so that a compound wins over its part.
 */
const WORDS = [
  "การบูรณาการ",
  "แท็บเล็ตอำเภอ",
  "แท็บเล็ต",
  "บูรณาการ",
  "สัมมาชีพ",
  "นวัตวิถี",
  "อำเภอวังสมบูรณ์",
  "วังสมบูรณ์",
  "เขาฉกรรจ์",
  "อรัญประเทศ",
  "ตาพระยา",
  "โคกสูง",
  "พื้นฐาน",
];

export type BreakList = readonly string[];

const BREAK = "\u200B";
const JOIN = "\u2060";
const clusters = new Intl.Segmenter("th", { granularity: "grapheme" });
const kept = new Map<string, string>();

/**
 * Holds the listed words together: a break is allowed around each and forbidden between its
 * clusters. The result is for the screen only; it must not be stored, searched or copied from.
 */
export function keepWords(text: string, words: BreakList = WORDS): string {
  let result = text;
  for (const word of words) {
    if (text.includes(word)) result = result.replaceAll(word, held(word));
  }
  return result;
}

function held(word: string): string {
  const known = kept.get(word);
  if (known) return known;
  const joined = Array.from(clusters.segment(word), ({ segment }) => segment).join(JOIN);
  const made = BREAK + joined + BREAK;
  kept.set(word, made);
  return made;
}
