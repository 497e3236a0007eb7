import { expect, onTestFinished, test, vi } from "vitest";
import { leavePerson } from "../db/settings.ts";
import { aTablet, NOW, submit, type TestTablet } from "../db/test-db.ts";
import { fakeLocks } from "./fake-locks.ts";
import { aFakeServer, type FakeServer, json, refused } from "./fake-server.ts";
import { createLinkSpeed } from "./link-speed.ts";
import { startSyncLoop } from "./sync-loop.ts";
import type { SyncProblem } from "./sync-status.ts";
import { createTransport } from "./transport.ts";

/** A loop on a clock that the test moves by hand. */
function aLoop(
  tablet: TestTablet,
  server: FakeServer,
  locks = fakeLocks(),
  prepare = () => Promise.resolve(),
) {
  const problems: SyncProblem[] = [];
  const timers: { work: () => void; ms: number }[] = [];
  let trigger = () => {};
  const loop = startSyncLoop({
    db: tablet.db,
    transport: createTransport(server.fetch),
    clock: () => Date.parse(NOW),
    speed: createLinkSpeed(),
    locks,
    prepare,
    random: () => 0.5,
    later(work, ms) {
      const timer = { work, ms };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
    triggers(wake) {
      trigger = wake;
      return () => {
        trigger = () => {};
      };
    },
    onProblem: (problem) => problems.push(problem),
  });
  onTestFinished(loop.stop);
  const settled = () =>
    vi.waitFor(() => expect(["idle", "waiting", "paused"]).toContain(loop.status.value.phase));
  const rested = () => vi.waitFor(() => expect(timers).toHaveLength(1), 5000);
  return { loop, timers, problems, trigger: () => trigger(), settled, rested };
}

const pushes = (server: FakeServer) =>
  server.calls.filter((call) => call.path.startsWith("/api/sync/push")).length;

test("[O8] a round runs when the app opens, and what it sent is counted down", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  const { loop, rested } = aLoop(tablet, server);
  await rested();
  expect(await tablet.db.outbox.count()).toBe(0);
  expect(loop.status.value).toMatchObject({
    phase: "idle",
    problem: null,
    counts: { mutations: 0, files: 0 },
    lastSyncAt: Date.parse(NOW),
  });
});

test("[O10] a tablet that is full before it stored anything says so, and goes on once there is room", async () => {
  const tablet = await aTablet();
  const { db } = tablet;
  await db.settings.clear();
  const full = () => {
    throw new DOMException("The disk is full", "QuotaExceededError");
  };
  db.settings.hook("creating", full);
  const { problems, timers, rested } = aLoop(tablet, aFakeServer());
  await rested();
  expect(problems).toEqual([{ kind: "storage-full" }]);
  db.settings.hook("creating").unsubscribe(full);
  timers.shift()?.work();
  await rested();
  expect(problems).toHaveLength(1);
  expect(await db.settings.count()).toBe(1);
});

test("[O8] the timer, a trigger and a submit each start a round", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  const { loop, timers, trigger, rested } = aLoop(tablet, server);
  await rested();
  expect(timers[0]?.ms).toBe(450_000);
  for (const start of [() => timers.shift()?.work(), trigger, () => loop.wake()]) {
    await submit(tablet);
    const before = pushes(server);
    start();
    await vi.waitFor(async () => expect(await tablet.db.outbox.count()).toBe(0));
    await rested();
    expect(pushes(server)).toBe(before + 1);
  }
});

test("[O8] what is submitted during a round goes in it or right after it", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  const first = await submit(tablet);
  let loopWake = () => {};
  server.intercept = async (call) => {
    if (!call.path.startsWith("/api/sync/pull")) return undefined;
    server.intercept = () => undefined;
    await submit(tablet);
    loopWake();
    return undefined;
  };
  const { loop, rested } = aLoop(tablet, server);
  loopWake = () => loop.wake();
  await vi.waitFor(() => expect(server.pushed).toHaveLength(2), 5000);
  await rested();
  expect(server.pushed[0]?.mutationId).toBe(first.mutationId);
});

test("[O5] failures are tried again for ever, later and later, and Retry-After counts", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  server.intercept = () => Promise.reject(new TypeError("offline"));
  const { loop, timers, rested } = aLoop(tablet, server);
  const waits: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    await rested();
    const timer = timers.shift();
    waits.push(timer?.ms ?? 0);
    if (n === 10) {
      server.intercept = () => json({ code: "busy", message: "" }, 503, { "Retry-After": "3600" });
    }
    timer?.work();
  }
  expect(waits.slice(0, 3)).toEqual([1500, 2500, 4500]);
  expect(waits[10]).toBe(150_500);
  expect(waits[11]).toBe(3_600_000 + 150_500);
  expect(await tablet.db.outbox.count()).toBe(1);

  await rested();
  server.intercept = () => undefined;
  loop.wake();
  await vi.waitFor(async () => expect(await tablet.db.outbox.count()).toBe(0));
  await rested();
  expect(loop.status.value.problem).toBeNull();
});

test("[O8] after a trigger the waits start over: a network that returned may drop the first request", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  server.intercept = () => Promise.reject(new TypeError("offline"));
  const { loop, timers, rested } = aLoop(tablet, server);
  for (let n = 0; n < 6; n += 1) {
    await rested();
    timers.shift()?.work();
  }
  await rested();
  expect(timers.shift()?.ms).toBeGreaterThan(30_000);
  loop.wake();
  await rested();
  expect(timers.shift()?.ms).toBe(1500);
});

test("[O5] 401 pauses without a timer until somebody signs in", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  server.intercept = () => refused(401, "sign-in-required");
  const { loop, timers, rested } = aLoop(tablet, server);
  await vi.waitFor(() => expect(loop.status.value.phase).toBe("paused"));
  expect(timers).toEqual([]);
  expect(await tablet.db.outbox.count()).toBe(1);
  server.intercept = () => undefined;
  loop.wake();
  await rested();
  expect(await tablet.db.outbox.count()).toBe(0);
});

test("[O7] of two windows one sends, and the other has its turn as soon as that is done", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  const locks = fakeLocks();
  let release = () => {};
  const gate = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  server.intercept = () => gate;
  const sender = aLoop(tablet, server, locks);
  await vi.waitFor(() => expect(pushes(server)).toBe(1));
  const other = aLoop(tablet, server, locks);
  // Woken while it waits: one round answers both.
  other.loop.wake();
  expect(other.timers).toEqual([]);
  expect(pushes(server)).toBe(1);
  release();
  await sender.rested();
  await other.rested();
  expect(server.pushed).toHaveLength(1);
  expect(other.timers.map(({ ms }) => ms)).toEqual([450_000]);
  expect(other.loop.status.value.lastSyncAt).not.toBeNull();
  expect(server.calls.filter(({ path }) => path.startsWith("/api/sync/pull"))).toHaveLength(2);
});

test("[O7] a window that is closed while it waits for its turn sends nothing", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  const locks = fakeLocks();
  const sent = Promise.withResolvers<void>();
  const sending = locks.request("bpm-sync", () => sent.promise);
  const { loop } = aLoop(tablet, server, locks);
  loop.stop();
  sent.resolve();
  await sending;
  await locks.request("bpm-sync", () => Promise.resolve());
  expect(server.calls).toEqual([]);
});

test("no round begins before the preparation is done, which a failure does not call off", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  let tries = 0;
  const prepare = async () => {
    tries += 1;
    expect(server.calls).toEqual([]);
    if (tries === 1) throw new TypeError("bug");
  };
  const { loop, timers, rested } = aLoop(tablet, server, fakeLocks(), prepare);
  await rested();
  expect(loop.status.value.problem).toEqual({ kind: "broken" });
  expect(server.calls).toEqual([]);
  timers.shift()?.work();
  await rested();
  expect(await tablet.db.outbox.count()).toBe(0);
  loop.wake();
  await rested();
  expect(tries).toBe(2);
});

test("[O9] with nobody signed in, what is queued still goes; only reading waits", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  await leavePerson(tablet.db);
  const server = aFakeServer();
  const { rested } = aLoop(tablet, server);
  await rested();
  expect(server.calls.map((call) => call.path)).toEqual(["/api/sync/push"]);
  expect(await tablet.db.outbox.count()).toBe(0);
});

test("the text goes although reading is refused", async () => {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  server.intercept = (call) =>
    call.path.startsWith("/api/sync/pull") ? refused(401, "other-viewer") : undefined;
  const { loop } = aLoop(tablet, server);
  await vi.waitFor(() => expect(loop.status.value.phase).toBe("paused"));
  expect(loop.status.value.problem).toEqual({ kind: "other-viewer" });
  expect(await tablet.db.outbox.count()).toBe(0);
});

test("a bug in a round is reported, and the next round comes all the same", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  await submit(tablet);
  tablet.db.outbox.hook("updating", () => {
    throw new RangeError("a bug");
  });
  const { loop, problems, rested } = aLoop(tablet, server);
  await rested();
  expect(problems).toEqual([{ kind: "broken" }]);
  expect(loop.status.value.phase).toBe("waiting");
});

test("a stopped loop starts nothing more", async () => {
  const tablet = await aTablet();
  const server = aFakeServer();
  const { loop, rested, trigger } = aLoop(tablet, server);
  await rested();
  const before = server.calls.length;
  loop.stop();
  loop.wake();
  trigger();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.calls.length).toBe(before);
});
