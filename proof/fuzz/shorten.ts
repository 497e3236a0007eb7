/**
 * Leaves out of a failing sequence whatever it fails without, in halves, quarters and so on down to
 * single items, until nothing more can go or the time is over.
 *
 * @param fails runs a sequence anew
 * @returns the shortest one found that failed
 */
export async function shorten<T>(
  failing: readonly T[],
  fails: (items: readonly T[]) => Promise<boolean>,
  isTimeOver: () => boolean,
): Promise<readonly T[]> {
  let shortest = failing;
  for (let size = Math.ceil(failing.length / 2); ; size = Math.ceil(size / 2)) {
    const before = shortest.length;
    for (let end = shortest.length; end > 0 && !isTimeOver(); end -= size) {
      const without = shortest.toSpliced(Math.max(0, end - size), Math.min(size, end));
      if (await fails(without)) shortest = without;
    }
    if (isTimeOver() || (size === 1 && shortest.length === before)) return shortest;
  }
}
