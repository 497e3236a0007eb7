/** One figure with its aim: at most `limit`, or at least. */
export type Goal = { name: string; value: number; limit: number; atLeast?: boolean };

export function isMet({ value, limit, atLeast }: Goal): boolean {
  return atLeast ? value >= limit : value <= limit;
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share of `at` (0 to 1) of all values lies at or below. */
export function quantile(values: number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}

/** A table: goal, measured, aim, holds? */
export function goalTable(goals: Goal[]): string {
  const rows = goals.map((goal) => {
    const aim = `${goal.atLeast ? "≥" : "≤"} ${goal.limit}`;
    const holds = isMet(goal) ? "yes" : "**no**";
    return `| ${goal.name} | ${short(goal.value)} | ${aim} | ${holds} |`;
  });
  return ["| goal | measured | aim | holds? |", "|---|---|---|---|", ...rows].join("\n");
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
