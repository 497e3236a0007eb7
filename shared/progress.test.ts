import fc from "fast-check";
import { expect, test } from "vitest";
import { overallProgress } from "./progress.ts";
import { anAssignment } from "./test-builders.ts";

const { steps } = anAssignment().project;

test("[R27] progress weighs each step: 10 and 20 done, 60 % of 40 is 54", () => {
  expect(overallProgress(steps, { s1: 100, s2: 100, s3: 60 })).toBe(54);
});

test.each([
  ["just below a half", { s1: 4 }, 0],
  ["a half", { s1: 5 }, 1],
  ["one and a half", { s1: 15 }, 2],
])("[R27] rounds to a whole percent, a half up: %s", (_, entered, percent) => {
  expect(overallProgress(steps, entered)).toBe(percent);
});

test("[R27] a step without an entry counts 0, one that is not of the project counts nothing", () => {
  expect(overallProgress(steps, {})).toBe(0);
  expect(overallProgress(steps, { gone: 100 })).toBe(0);
});

test("[R27] weights need not sum to 100; without any weight there is no progress", () => {
  const two = [
    { id: "s1", name: "ก", weight: 1 },
    { id: "s2", name: "ข", weight: 1 },
  ];
  expect(overallProgress(two, { s1: 100 })).toBe(50);
  expect(overallProgress([{ id: "s1", name: "ก", weight: 0 }], { s1: 100 })).toBe(0);
  expect(overallProgress([], {})).toBe(0);
});

test("[R27] stays within 0 and 100; with every step done it is 100", () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const entries = fc.record({ s1: percent, s2: percent, s3: percent, s4: percent, s5: percent });
  fc.assert(
    fc.property(entries, (entered) => {
      const overall = overallProgress(steps, entered);
      expect(overall).toBeGreaterThanOrEqual(0);
      expect(overall).toBeLessThanOrEqual(100);
    }),
  );
  expect(overallProgress(steps, { s1: 100, s2: 100, s3: 100, s4: 100, s5: 100 })).toBe(100);
});
