/** Runs `work`; answers the longest time in ms the page could not react meanwhile. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  });
  tasks.observe({ type: "longtask" });

  // A message to oneself comes back at once unless the page is busy.
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);

  await work();
  await new Promise((resolve) => setTimeout(resolve, 50));
  tasks.disconnect();
  port1.close();
  return longest;
}
