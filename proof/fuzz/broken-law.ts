import { isDeepStrictEqual } from "node:util";

/** A law of SYNC.md does not hold: what it says, and what is against it. */
export class BrokenLaw extends Error {
  override readonly name = "BrokenLaw";
}

/** @throws BrokenLaw where there is anything against it */
export function nothing(against: Iterable<unknown>, law: string): void {
  const all = [...against];
  if (all.length > 0) throw new BrokenLaw(`${law}: ${JSON.stringify(all, null, 1)}`);
}

/** @throws BrokenLaw where the two differ */
export function same(seen: unknown, said: unknown, law: string): void {
  if (!isDeepStrictEqual(seen, said)) {
    throw new BrokenLaw(`${law}: ${JSON.stringify(seen)} is not ${JSON.stringify(said)}`);
  }
}
