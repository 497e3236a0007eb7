import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { same } from "./same.ts";

/** Few letters and numbers, so that many pairs are equal. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, "", "ก", "ก่", 0, -0, 1, 0.5),
    fc.array(tie("json"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("0", "a", "ข", "constructor"), tie("json"), { maxKeys: 3 }),
  ),
}));

test("two values say the same when their canonical JSON is equal, and only then", () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(same(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      expect(same(a, JSON.parse(JSON.stringify(a)))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("the order of members and members that are undefined make no difference", () => {
  expect(same({ a: 1, b: [2], c: undefined }, { b: [2], a: 1 })).toBe(true);
  expect(same({ a: undefined }, { b: undefined })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same([], {})).toBe(false);
  expect(same(undefined, null)).toBe(false);
});
