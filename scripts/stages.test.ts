import { describe, expect, test } from "vitest";
import { judge, type Stage, sideBySide } from "./stages.ts";

describe("what a stage counts for", () => {
  test("a check is one test", () => {
    expect(judge(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(judge(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("a runner counts as it reports", () => {
    const counts = { passed: 5, failed: 2, skipped: 1 };
    expect(judge(false, () => counts)).toEqual(counts);
  });

  test("a runner that ran no test has failed, whatever its exit code", () => {
    const counts = { passed: 0, failed: 0, skipped: 3 };
    expect(judge(true, () => counts)).toMatchObject({ passed: 0, failed: 1, skipped: 3 });
  });

  test("a runner that fails beside its tests has failed", () => {
    const counts = { passed: 5, failed: 0, skipped: 0 };
    expect(judge(false, () => counts)).toMatchObject({ passed: 5, failed: 1, skipped: 0 });
  });

  test("a runner without a report has failed", () => {
    const count = () => {
      throw new Error("no such file");
    };
    expect(judge(true, count)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  });
});

test("the stages of a lane wait for each other, those of two lanes do not", async () => {
  const lanes = [["a", "b"], ["c"]].map((names) =>
    names.map((name): Stage => ({ name, command: ["true"] })),
  );
  const seen: string[] = [];
  const results = await sideBySide(lanes, async ({ name }, isAlone) => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    return isAlone ? `${name}, heard` : name;
  });
  expect(seen).toEqual(["a begins", "c begins", "a ends", "c ends", "b begins", "b ends"]);
  expect(results).toEqual(["a", "b", "c"]);
});
