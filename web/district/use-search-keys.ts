import { useEffect, useMemo } from "preact/hooks";
import type { Assignment } from "../../shared/assignment.ts";
import { createKeysOf, type KeysOf } from "./report-filter.ts";

/** Short enough not to be felt under a finger. */
const SLICE_MS = 4;

/**
 * What searches are compared with, made in small slices once the list is on the screen: so neither
 * the first list waits for it, nor the first letter that is typed.
 */
export function useSearchKeys(rows: readonly { assignment: Assignment }[]): KeysOf {
  const keysOf = useMemo(createKeysOf, []);
  useEffect(() => {
    let at = 0;
    let timer = setTimeout(slice);
    function slice(): void {
      const until = performance.now() + SLICE_MS;
      for (let row = rows[at]; row && performance.now() < until; row = rows[at]) {
        keysOf(row.assignment);
        at += 1;
      }
      if (at < rows.length) timer = setTimeout(slice);
    }
    return () => clearTimeout(timer);
  }, [rows, keysOf]);
  return keysOf;
}
