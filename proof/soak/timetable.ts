/**
 * A time that goes on only once everyone taking part waits for something: what several tablets do at
 * once takes as long as it would, and comes out the same in every run.
 */
export type Timetable = {
  /** @returns how to call it off */
  at(atMs: number, go: () => void): () => void;
  until(atMs: number): Promise<void>;
  /** Runs them side by side to their ends. Each waits here, and for one thing at a time. */
  together(parts: readonly (() => Promise<void>)[]): Promise<void>;
};

type Due = { atMs: number; go: () => void };

/** @param setNow what the clocks say from then on */
export function createTimetable(setNow: (ms: number) => void): Timetable {
  let due: Due[] = [];
  let takingPart = 0;

  function goOn(): void {
    const [first] = due.toSorted((one, other) => one.atMs - other.atMs);
    if (!first || due.length < takingPart) return;
    due = due.filter((other) => other !== first);
    setNow(Math.max(Date.now(), first.atMs));
    first.go();
  }

  function at(atMs: number, go: () => void): () => void {
    const mine = { atMs, go };
    due.push(mine);
    // Not at once: whoever said it may have something to finish.
    setImmediate(goOn);
    return () => {
      due = due.filter((other) => other !== mine);
    };
  }

  const until = (atMs: number) => new Promise<void>((go) => at(atMs, go));

  return {
    at,
    until,
    async together(parts) {
      takingPart = parts.length;
      const now = Date.now();
      const ends = parts.map(async (part) => {
        await until(now);
        await part().finally(() => {
          takingPart -= 1;
          setImmediate(goOn);
        });
      });
      await Promise.all(ends);
    },
  };
}
