import { expect, onTestFinished, test } from "vitest";
import { aTablet, submit } from "../db/test-db.ts";
import { backoffMs } from "./backoff.ts";
import { aFakeServer, json } from "./fake-server.ts";
import { aLoopInVirtualTime, mostWithin, seededRandom } from "./virtual-time.ts";

// Row 54 of docs/reliability.md: a server that fails at everything for an hour.
//
// The bound, from backoff.ts: no wait is below a second, so no luck makes it more than 60 rounds a
// minute; and a wait's ceiling doubles from two seconds to five minutes, so that an hour sees some
// 30 of them. A round against such a server is one request, and a few where it says 500 itself.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function aStormedTablet(answer: () => Response | Promise<Response>, random: () => number) {
  const tablet = await aTablet();
  await submit(tablet);
  const server = aFakeServer();
  server.intercept = answer;
  const time = { nowMs: 0 };
  const run = aLoopInVirtualTime(tablet, { time, fetch: server.fetch, random });
  onTestFinished(run.loop.stop);
  return { tablet, server, time, run };
}

const gaps = (times: number[]) => times.slice(1).map((time, at) => time - (times[at] ?? 0));

test.each<[string, () => Response, { longestWait: number }]>([
  ["500 of its own", () => json({ code: "internal", message: "" }, 500), { longestWait: 0 }],
  ["502", () => new Response("<html>", { status: 502 }), { longestWait: 0 }],
  ["503", () => new Response(null, { status: 503 }), { longestWait: 30_000 }],
  [
    "503 with Retry-After",
    () => json({ code: "busy", message: "" }, 503, { "Retry-After": "120" }),
    { longestWait: 120_000 },
  ],
  [
    "429 with Retry-After as a date",
    () =>
      new Response(null, {
        status: 429,
        headers: {
          Date: "Fri, 15 Mar 2024 02:00:00 GMT",
          "Retry-After": "Fri, 15 Mar 2024 02:01:00 GMT",
        },
      }),
    { longestWait: 60_000 },
  ],
])(
  "[O5] row 54: an hour of %s: few requests, nothing settled, and all of it within one wait after",
  async (_, answer, { longestWait }) => {
    const { tablet, server, time, run } = await aStormedTablet(answer, seededRandom(54));
    await run.runUntil(HOUR);
    expect(await tablet.db.outbox.count()).toBe(1);
    expect(await tablet.db.settled.count()).toBe(0);
    expect(run.loop.status.value.phase).toBe("waiting");
    expect(run.problems.length).toBeGreaterThan(8);
    expect(mostWithin(run.requests, MINUTE)).toBeLessThanOrEqual(20);
    expect(run.requests.length).toBeLessThanOrEqual(100);
    if (longestWait > 0) expect(Math.min(...gaps(run.requests))).toBeGreaterThan(longestWait);

    server.intercept = () => undefined;
    await run.runUntil(time.nowMs + 5 * MINUTE + longestWait);
    expect(await tablet.db.outbox.count()).toBe(0);
    expect(await tablet.db.settled.count()).toBe(1);
    expect(run.loop.status.value.problem).toBeNull();
  },
);

test("[O5] row 54: the worst of luck makes it 60 rounds a minute and no more", async () => {
  const { run } = await aStormedTablet(
    () => Promise.reject(new TypeError("offline")),
    () => 0,
  );
  await run.runUntil(2 * MINUTE);
  expect(mostWithin(run.requests, MINUTE)).toBe(60);
});

test("[O5] row 54: a tablet that is looked at all the time still leaves the server alone as long as it asked", async () => {
  const busy = () => json({ code: "busy", message: "" }, 503, { "Retry-After": "600" });
  const { run, server, tablet, time } = await aStormedTablet(busy, seededRandom(55));
  server.intercept = () => {
    run.trigger();
    return busy();
  };
  for (let minute = 1; minute < 10; minute += 1) {
    await run.runUntil(minute * MINUTE);
    run.trigger();
  }
  await run.runUntil(9.9 * MINUTE);
  expect(run.requests).toEqual([0]);

  server.intercept = () => undefined;
  run.loop.wake();
  await run.runUntil(time.nowMs);
  expect(await tablet.db.outbox.count(), "a person may ask at any time").toBe(0);
});

test.each(["99999999999", "Fri, 15 Mar 2999 02:00:00 GMT", "9".repeat(400)])(
  "[O5] row 54: a Retry-After of %s keeps nobody away for more than an hour, nor brings them at once",
  async (retryAfter) => {
    const headers = { Date: "Fri, 15 Mar 2024 02:00:00 GMT", "Retry-After": retryAfter };
    const { run } = await aStormedTablet(
      () => new Response(null, { status: 503, headers }),
      seededRandom(56),
    );
    await run.runUntil(3 * HOUR);
    expect(run.requests.length).toBe(3);
    for (const gap of gaps(run.requests)) {
      expect(gap).toBeGreaterThanOrEqual(HOUR);
      expect(gap).toBeLessThanOrEqual(HOUR + 5 * MINUTE);
    }
  },
);

test("[O5] row 54: a thousand tablets that lost the server in one moment come back spread out", () => {
  const OUTAGE = HOUR;
  const tries: number[] = [];
  const returns: number[] = [];
  for (let tablet = 0; tablet < 1000; tablet += 1) {
    const random = seededRandom(tablet);
    let failures = 0;
    let at = 0;
    while (at < OUTAGE) {
      tries.push(at);
      failures += 1;
      at += backoffMs(failures, random());
    }
    returns.push(at - OUTAGE);
  }
  const late = tries.filter((time) => time > 10 * MINUTE).toSorted((a, b) => a - b);
  expect(mostWithin(late, 1000), "of 1,000, in any second of the outage").toBeLessThan(40);
  returns.sort((a, b) => a - b);
  expect(mostWithin(returns, 1000), "in any second after it").toBeLessThan(40);
  expect(returns.at(-1)).toBeLessThanOrEqual(5 * MINUTE);
});
