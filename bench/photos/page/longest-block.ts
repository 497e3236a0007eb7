const TICK_MS = 10;

/**
 * Runs `work`; answers the longest time in ms the page could not react meanwhile: its longest task, or
 * the longest delay of a timer. (Messages to oneself would be finer, but leave so much garbage that
 * they, and not the photos, decide how much memory the page takes: 170 MB were measured.)
 */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  });
  tasks.observe({ type: "longtask" });
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK_MS);
    last = now;
  }, TICK_MS);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 100));
  clearInterval(timer);
  tasks.disconnect();
  return longest;
}
