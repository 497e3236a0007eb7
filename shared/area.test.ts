import { expect, test } from "vitest";
import { AreaCode, areaLevelOf } from "./area.ts";

test("[R38] the length of an area's code is its level", () => {
  expect(["27", "2709", "270901", "27090105"].map(areaLevelOf)).toEqual([
    "province",
    "district",
    "tambon",
    "village",
  ]);
});

test.each(["", "2", "270", "2709010", "2709010512", "๒๗", "sc04"])("%j is no area", (code) => {
  expect(AreaCode.safeParse(code).success).toBe(false);
});
