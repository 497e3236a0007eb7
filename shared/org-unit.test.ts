import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDistrict, isVisibleFrom, OrgUnitCode, provinceOf } from "./org-unit.ts";

describe("[R21] a row is visible from its own office, from above it and from below it", () => {
  test.each([
    ["2701", "2701", true],
    ["2701", "27", true],
    ["2701", "", true],
    ["27", "2701", true],
    ["", "2701", true],
    ["", "sc04", true],
    ["sc04", "sc04", true],
    ["2701", "2702", false],
    ["2701", "28", false],
    ["2701", "2801", false],
    ["27", "28", false],
    ["27", "2801", false],
    ["sc04", "sc05", false],
    ["sc04", "27", false],
    ["2701", "sc04", false],
  ])("from %j a row of %j: %s", (unit, scope, visible) => {
    expect(isVisibleFrom(unit, scope)).toBe(visible);
  });

  const twoDigits = fc
    .integer({ min: 0, max: 99 })
    .map((number) => String(number).padStart(2, "0"));
  const office = fc.oneof(
    fc.constant(""),
    twoDigits,
    fc.tuple(twoDigits, twoDigits).map((parts) => parts.join("")),
    twoDigits.map((number) => `sc${number}`),
  );

  test("no office sees a sister's rows, and all see their own and the centre's", () => {
    fc.assert(
      fc.property(office, office, (unit, scope) => {
        expect(isVisibleFrom(unit, unit)).toBe(true);
        expect(isVisibleFrom(unit, "")).toBe(true);
        expect(isVisibleFrom("", scope)).toBe(true);
        expect(isVisibleFrom(unit, scope)).toBe(isVisibleFrom(scope, unit));
        if (unit.length === scope.length) expect(isVisibleFrom(unit, scope)).toBe(unit === scope);
      }),
    );
  });
});

test("the province of an office", () => {
  expect(provinceOf("2701")).toBe("27");
  expect(provinceOf("27")).toBe("27");
  expect(provinceOf("")).toBeUndefined();
  expect(provinceOf("sc04")).toBeUndefined();
});

test("only four digits are a district", () => {
  expect(["2701", "27", "", "sc04"].map(isDistrict)).toEqual([true, false, false, false]);
});

test.each(["2", "270", "270101", "SC04", "sc4", " ", "27%"])("%j is no office", (code) => {
  expect(OrgUnitCode.safeParse(code).success).toBe(false);
});
