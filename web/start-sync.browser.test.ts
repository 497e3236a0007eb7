import { expect, onTestFinished, test, vi } from "vitest";
import { AppDb } from "./db/schema.ts";
import { startSync } from "./start-sync.ts";
import { createTransport } from "./sync/transport.ts";

test("[O8] the app's opening, the network's return and the person's each start a round", async () => {
  const db = new AppDb("start-sync");
  const transport = createTransport(() => Promise.reject(new TypeError("Failed to fetch")));
  const loop = startSync(db, transport, { after: Promise.resolve(), lastSyncAt: null });
  let rounds = 0;
  let before = loop.status.value.phase;
  const unsubscribe = loop.status.subscribe(({ phase }) => {
    if (phase === "sending-text" && phase !== before) rounds += 1;
    before = phase;
  });
  onTestFinished(async () => {
    unsubscribe();
    loop.stop();
    await db.delete();
  });
  const ended = (round: number) =>
    vi.waitFor(() => expect([rounds, loop.status.value.phase]).toEqual([round, "idle"]));
  await ended(1);

  const isSeen = vi.spyOn(document, "visibilityState", "get");
  isSeen.mockReturnValue("visible");
  dispatchEvent(new Event("online"));
  await ended(2);
  dispatchEvent(new Event("pageshow"));
  await ended(3);
  document.dispatchEvent(new Event("visibilitychange"));
  await ended(4);

  isSeen.mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  loop.stop();
  dispatchEvent(new Event("online"));
  await new Promise((wake) => setTimeout(wake, 50));
  expect(rounds, "nobody looks, or nobody is there any more").toBe(4);
});
