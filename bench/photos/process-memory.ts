import { readdirSync, readFileSync } from "node:fs";

const SAMPLE_MS = 20;

/**
 * Watches a browser's memory: anonymous and shared pages (RssAnon + RssShmem) of its whole process
 * tree, every 20 ms, from /proc. `stop` answers the peak above the start, in MB.
 */
export function watchMemory(browserPid: number): { stop(): number } {
  const start = treeMegabytes(browserPid);
  let peak = start;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMegabytes(browserPid));
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak - start;
    },
  };
}

function treeMegabytes(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (Number.isNaN(pid)) continue;
    parents.set(pid, field(readStatus(pid), "PPid"));
  }
  const isInTree = (pid: number): boolean =>
    pid === root || (pid > 1 && isInTree(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isInTree(pid)) continue;
    const status = readStatus(pid);
    kilobytes += field(status, "RssAnon") + field(status, "RssShmem");
  }
  return kilobytes / 1024;
}

/** A process may end between being listed and being read. */
function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
}
