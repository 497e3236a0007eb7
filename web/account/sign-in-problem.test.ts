import { expect, test } from "vitest";
import { signInProblem } from "./sign-in-problem.ts";

const NOW = Date.parse("2024-03-15T03:00:00Z");

test("a wrong password is said at the password", () => {
  expect(signInProblem({ kind: "signed-out" }, NOW)).toEqual({
    field: "password",
    text: "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง",
  });
});

test("a suspended account is said at the name, and that the work is safe", () => {
  const problem = signInProblem({ kind: "rejected", status: 403, code: "suspended" }, NOW);
  expect(problem.field).toBe("username");
  expect(problem.text).toContain("ถูกระงับ");
  expect(problem.text).toContain("งานในเครื่องยังอยู่ครบ");
});

test.each([
  [45_000, "45 วินาที", "10:00 น."],
  [14 * 60_000, "14 นาที", "10:14 น."],
])("too many attempts: %i ms are %s, until %s", (retryAfterMs, wait, until) => {
  const { text } = signInProblem({ kind: "throttled", retryAfterMs }, NOW);
  expect(text).toContain(wait);
  expect(text).toContain(until);
});

test.each(["offline", "portal"] as const)("%s says that signing in needs signal", (kind) => {
  expect(signInProblem({ kind }, NOW).text).toContain("ต้องมีสัญญาณ");
});
