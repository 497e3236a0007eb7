import { must } from "../../shared/invariant.ts";

/** Chance that is the same in every run, so that sizes and contents can be compared between runs. */
export type Random = {
  /** A whole number from 0 to `below` − 1. */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  uuid(): string;
};

const WARM_UP = 15;

/** sfc32: its 128 bits of state keep the streams of different seeds from meeting. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11) | 0) + sum) | 0;
    return sum >>> 0;
  };
  for (let turn = 0; turn < WARM_UP; turn++) next();
  const int = (below: number) => Math.floor((next() / 2 ** 32) * below);
  const hex = (digits: number) => next().toString(16).padStart(8, "0").slice(-digits);
  return {
    int,
    pick: (list) => must(list[int(list.length)], "there is something to pick from"),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}`,
  };
}
