import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("RFC 8785", () => {
  test("3.2.2: numbers, escapes and literals of the RFC's own sample", () => {
    const sample: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("3.2.3: keys are in the order of their UTF-16 code units", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect([...text.matchAll(/"([^"]*)":0/g)].map(([, key]) => key)).toEqual([
      "\\r",
      "1",
      "\u0080",
      "\u00f6",
      "\u20ac",
      "\ud83d\ude00",
      "\ufb33",
    ]);
  });

  test.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [1e21, "1e+21"],
    [9.999999999999997e-7, "9.999999999999997e-7"],
    [0.000001, "0.000001"],
    [-333333333.3333333, "-333333333.3333333"],
    [2 ** 53 - 1, "9007199254740991"],
    [1424953923781206.2, "1424953923781206.2"],
  ])("appendix B: the number %d is written %s", (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });
});

test("members that are undefined are left out, at every depth", () => {
  expect(canonicalJson({ b: undefined, a: [{ c: undefined }], d: { e: { f: undefined } } })).toBe(
    '{"a":[{}],"d":{"e":{}}}',
  );
});

test("half a surrogate pair is written as its escape, and not confused with another", () => {
  expect(canonicalJson("ประชุม\ud83d.jpg")).toBe('"ประชุม\\ud83d.jpg"');
  expect(canonicalJson("\udc00")).not.toBe(canonicalJson("\ufffd"));
});

test("ids that look like numbers, and the names of an object's birth, are keys like any other", () => {
  const body: unknown = JSON.parse('{"10":1,"9":2,"constructor":3,"__proto__":4}');
  expect(canonicalJson(body)).toBe('{"10":1,"9":2,"__proto__":4,"constructor":3}');
});

test.each([
  ["NaN", Number.NaN],
  ["an infinity, as 1e999 is read", JSON.parse("1e999")],
  ["undefined in an array", [undefined]],
  ["nothing at all", undefined],
  ["a function", { f: () => 1 }],
  ["a bigint", 1n],
])("what JSON cannot write throws: %s", (_, value) => {
  expect(() => canonicalJson(value)).toThrow("cannot be hashed");
});

test("the text is JSON for the same value, and does not depend on the order of keys", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
    return Object.fromEntries(members.reverse());
  };
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});
