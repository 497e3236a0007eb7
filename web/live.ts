import { type Signal, useSignal } from "@preact/signals";
import { liveQuery } from "dexie";
import { useEffect, useRef } from "preact/hooks";

/**
 * The result of a database query as a signal that follows the database: it changes whenever what
 * the query read is changed, by any window or by the service worker.
 *
 * @param query reads only; throws as a database does when it is closed
 * @param deps what the query closes over, as for `useEffect`
 */
export function useLive<T>(
  query: () => Promise<T> | T,
  deps: readonly unknown[],
  initial: T,
): Signal<T> {
  const result = useSignal(initial);
  const memory = useRef({ query, deps });
  if (memory.current.deps.some((dep, at) => !Object.is(dep, deps[at]))) {
    memory.current = { query, deps };
  }
  const asked = memory.current;
  useEffect(() => {
    const subscription = liveQuery(asked.query).subscribe({
      next: (value) => {
        result.value = value;
      },
      // The window of an older version keeps showing what it read until it is reloaded.
      error: (error: unknown) => {
        if (!(error instanceof Error && error.name === "DatabaseClosedError")) reportError(error);
      },
    });
    return () => subscription.unsubscribe();
  }, [asked, result]);
  return result;
}
