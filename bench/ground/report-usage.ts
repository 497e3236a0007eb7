// Preloaded into every measured process: what it costs is asked of the process itself.
const MB = 1024 * 1024;

process.on("message", (message) => {
  if (typeof message !== "object" || message === null) return;
  if (!("ask" in message) || message.ask !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6, rssMb: process.memoryUsage.rss() / MB });
});

// A bench that was interrupted leaves nothing running behind it.
process.on("disconnect", () => process.exit());
