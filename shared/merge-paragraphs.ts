/**
 * Merges two edits of one long text, paragraph by paragraph (diff3).
 *
 * @returns the merged text, or undefined where both changed the same stretch differently
 */
export function mergeParagraphs(texts: {
  base: string;
  mine: string;
  theirs: string;
}): string | undefined {
  const { base, mine, theirs } = texts;
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;

  const [before, here, there] = [paragraphs(base), paragraphs(mine), paragraphs(theirs)];
  const inMine = longestCommon(before, here);
  const inTheirs = longestCommon(before, there);

  const merged: string[] = [];
  let [from, fromMine, fromTheirs] = [0, 0, 0];
  // A paragraph that neither side touched is an anchor; between two anchors lies one stretch.
  for (let at = 0; at <= before.length; at += 1) {
    const end = at === before.length;
    const atMine = end ? here.length : inMine.get(at);
    const atTheirs = end ? there.length : inTheirs.get(at);
    if (atMine === undefined || atTheirs === undefined) continue;
    const stretch = resolve(
      before.slice(from, at),
      here.slice(fromMine, atMine),
      there.slice(fromTheirs, atTheirs),
    );
    if (stretch === undefined) return undefined;
    merged.push(...stretch, ...before.slice(at, at + 1));
    [from, fromMine, fromTheirs] = [at + 1, atMine + 1, atTheirs + 1];
  }
  return merged.join("\n");
}

function paragraphs(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function resolve(base: string[], mine: string[], theirs: string[]): string[] | undefined {
  const [before, here, there] = [base.join("\n"), mine.join("\n"), theirs.join("\n")];
  if (mine.length === theirs.length && here === there) return mine;
  if (base.length === theirs.length && before === there) return mine;
  if (base.length === mine.length && before === here) return theirs;
  return undefined;
}

/** Longest common subsequence: index in `a` → index in `b` of the paragraphs both have. */
function longestCommon(a: string[], b: string[]): Map<number, number> {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const matches = new Map<number, number>();
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      matches.set(i, j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matches;
}
