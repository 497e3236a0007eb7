/** A piece of a text, and whether the other text lacks it. */
export type Piece = { text: string; differs: boolean };

/** Beyond this many words on either side everything is marked: the table would grow too large. */
const MOST_WORDS = 600;

const words = new Intl.Segmenter("th", { granularity: "word" });

/** Cuts a text into pieces that the other one has too, in the same order, and pieces it has not. */
export function splitDifference(own: string, other: string): Piece[] {
  const [here, there] = [wordsOf(own), wordsOf(other)];
  if (here.length > MOST_WORDS || there.length > MOST_WORDS) return [{ text: own, differs: true }];
  const shared = longestCommon(here, there);
  const pieces: Piece[] = [];
  for (const [at, text] of here.entries()) {
    const differs = !shared.has(at);
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += text;
    else pieces.push({ text, differs });
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Which words of `here` belong to a longest common subsequence of both. */
function longestCommon(here: string[], there: string[]): Set<number> {
  const lengths = Array.from({ length: here.length + 1 }, () =>
    new Array<number>(there.length + 1).fill(0),
  );
  const lengthAt = (a: number, b: number) => lengths[a]?.[b] ?? 0;
  for (let a = here.length - 1; a >= 0; a -= 1) {
    const row = lengths[a];
    if (!row) continue;
    for (let b = there.length - 1; b >= 0; b -= 1) {
      row[b] =
        here[a] === there[b]
          ? lengthAt(a + 1, b + 1) + 1
          : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1));
    }
  }
  const shared = new Set<number>();
  for (let a = 0, b = 0; a < here.length && b < there.length; ) {
    if (here[a] === there[b]) {
      shared.add(a);
      a += 1;
      b += 1;
    } else if (lengthAt(a + 1, b) >= lengthAt(a, b + 1)) a += 1;
    else b += 1;
  }
  return shared;
}
