// What a letter is to the letter after it.
const FOREIGN = 0;
const PLAIN = 1;
const SPACE = 2;
const LINE = 3;
const VOWEL_MARK = 4;
const TOP_MARK = 5;
const TONE = 6;
const SARA_AM = 7;
const SARA_E = 8;
/** What stands before the first letter. */
const START = 9;
const KINDS = 10;

const kindOf = new Uint8Array(0x2028);
// Printable ASCII, Thai, dashes and quotation marks: nothing here composes under NFC, which moves only
// marks that are out of place.
kindOf.fill(PLAIN, 0x20, 0x7f);
kindOf.fill(PLAIN, 0x0e01, 0x0e3b);
kindOf.fill(PLAIN, 0x0e3f, 0x0e5c);
kindOf.fill(PLAIN, 0x2010, 0x2028);
kindOf[0x20] = SPACE;
kindOf[0x0a] = LINE;
kindOf[0x0e31] = VOWEL_MARK;
kindOf.fill(VOWEL_MARK, 0x0e34, 0x0e3b);
kindOf.fill(TOP_MARK, 0x0e47, 0x0e4f);
kindOf.fill(TONE, 0x0e48, 0x0e4c);
kindOf[0x0e33] = SARA_AM;
kindOf[0x0e40] = SARA_E;
// Lakkhangyao and nikhahit are mostly parts of something that is written otherwise.
kindOf[0x0e45] = FOREIGN;
kindOf[0x0e4d] = FOREIGN;

const isOutOfPlace = new Uint8Array(KINDS * KINDS);
for (const [first, second] of [
  ...([START, SPACE, LINE] as const).map((first) => [first, SPACE] as const),
  ...([START, SPACE] as const).map((first) => [first, LINE] as const),
  ...([VOWEL_MARK, TOP_MARK, TONE] as const).map((first) => [first, VOWEL_MARK] as const),
  ...([TOP_MARK, TONE] as const).flatMap((first) =>
    ([TOP_MARK, TONE] as const).map((second) => [first, second] as const),
  ),
  [SARA_AM, TONE],
  [SARA_E, SARA_E],
] as const) {
  isOutOfPlace[first * KINDS + second] = 1;
}

/**
 * Whether a text is as `normaliseThai` would leave it, as far as one look at each letter can tell: true
 * of nearly every text, and then none of the rules has to be tried. The server asks it of every text
 * it stores, the form at each key.
 *
 * @returns false too for a text with unusual letters in it
 */
export function isTidyThai(text: string): boolean {
  let last = START;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf[text.charCodeAt(at)] ?? FOREIGN;
    if (kind === FOREIGN || isOutOfPlace[last * KINDS + kind] === 1) return false;
    last = kind;
  }
  return last !== SPACE && last !== LINE;
}
