/**
 * Returns `value`, or throws: its absence is a bug, not something the caller could handle.
 *
 * @param what names the broken invariant in the message
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`Broken invariant: ${what}`);
  return value;
}

/** Makes a `switch` over a closed set exhaustive: a new member is a compile error here. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
