import { must } from "../../shared/invariant.ts";

/** Chance that is the same in every run, so that sizes and contents can be compared between runs. */
export type Random = {
  /** A whole number from 0 to `below` − 1. */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  uuid(): string;
};

/** Mulberry32: 32 bits of state are plenty for test contents. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (below: number) => Math.floor((next() / 2 ** 32) * below);
  const hex = (digits: number) => next().toString(16).padStart(8, "0").slice(-digits);
  return {
    int,
    pick: (list) => must(list[int(list.length)], "there is something to pick from"),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}`,
  };
}
