import { expect, test } from "vitest";
import { err, ok } from "../../shared/result.ts";
import { backgroundRounds } from "./background-rounds.ts";
import { fakeLocks } from "./fake-locks.ts";

function watched(outcomes: ("fails" | "works")[]) {
  const slept: number[] = [];
  let rounds = 0;
  return {
    slept,
    rounds: () => rounds,
    deps: {
      locks: fakeLocks(),
      isPending: async () => true,
      random: () => 0.5,
      sleep: async (ms: number) => void slept.push(ms),
      round: async () => {
        rounds += 1;
        return outcomes.shift() === "works" ? ok(undefined) : err({ kind: "offline" as const });
      },
    },
  };
}

test("[O8] a network that drops the first request after its return is tried again within the event", async () => {
  const { deps, slept, rounds } = watched(["fails", "fails", "works"]);
  expect(await backgroundRounds(deps)).toEqual({ ok: true, value: undefined });
  expect(rounds()).toBe(3);
  expect(slept).toEqual([1500, 2500]);
});

test("[O8] what does not work keeps the browser's registration, and ends before the browser ends it", async () => {
  const { deps, slept, rounds } = watched([]);
  expect(await backgroundRounds({ ...deps, random: () => 0.999 })).toEqual({
    ok: false,
    error: { kind: "offline" },
  });
  expect(rounds()).toBe(6);
  expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(90_000);
});

test("[O7] a window that is sending is waited for; what it leaves is sent then, and no more", async () => {
  for (const leaves of [true, false]) {
    const { deps, rounds } = watched(["works"]);
    let isLeft = true;
    const closed = Promise.withResolvers<void>();
    const window = deps.locks.request("bpm-sync", () => closed.promise);
    const ended = backgroundRounds({ ...deps, isPending: async () => isLeft });
    expect(rounds()).toBe(0);
    isLeft = leaves;
    closed.resolve();
    await window;
    expect((await ended).ok).toBe(true);
    expect(rounds()).toBe(leaves ? 1 : 0);
  }
});

test("[O5] a tablet that nobody is signed in on does not try again and again", async () => {
  const { deps, rounds } = watched([]);
  let tries = 0;
  const round = async () => {
    tries += 1;
    return err({ kind: "signed-out" as const });
  };
  expect((await backgroundRounds({ ...deps, round })).ok).toBe(false);
  expect({ tries, rounds: rounds() }).toEqual({ tries: 1, rounds: 0 });
});
