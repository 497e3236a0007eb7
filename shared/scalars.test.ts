import { expect, test } from "vitest";
import { Instant, IsoDate, Sha256 } from "./scalars.ts";
import { aSha256 } from "./test-builders.ts";

test.each([
  ["2024-03-15", true],
  ["2024-02-29", true],
  ["2400-12-31", true],
  ["2401-01-01", false],
  ["2567-03-15", false],
  ["2023-02-29", false],
  ["2024-13-01", false],
  ["2024-3-15", false],
  ["15/3/2567", false],
  ["2024-03-15T00:00:00Z", false],
])("(domain 3.1) %s as a stored date: %s", (date, holds) => {
  expect(IsoDate.safeParse(date).success).toBe(holds);
});

test.each([
  ["2024-03-15T02:41:08Z", true],
  ["2024-03-15T02:41:08.123Z", true],
  ["2024-03-15T09:41:08+07:00", false],
  ["2024-03-15T02:41:08", false],
  ["2024-03-15", false],
])("%s as an instant: %s", (instant, holds) => {
  expect(Instant.safeParse(instant).success).toBe(holds);
});

test("a hash has one spelling", () => {
  const hash = aSha256();
  expect(Sha256.safeParse(hash).success).toBe(true);
  expect(Sha256.safeParse("A".repeat(64)).success).toBe(false);
  expect(Sha256.safeParse(hash.slice(1)).success).toBe(false);
});
