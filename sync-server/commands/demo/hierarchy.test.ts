import { expect, test } from "vitest";
import { needsAreaData } from "./hierarchy.ts";

test("[R43] which projects want area data is a flag of each, as on the manual's two lists", () => {
  const both = ["803-112-D0838-2024-01", "803-112-D0838-2024-02", "801-112-P0167-2024-02"];
  const onlyReports = ["809-112-P0453-2024-02", "803-112-S0558-2024-11"];
  expect(both.filter(needsAreaData)).toEqual(both);
  expect(onlyReports.filter(needsAreaData)).toEqual([]);
});
