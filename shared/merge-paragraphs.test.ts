import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeParagraphs } from "./merge-paragraphs.ts";

const BASE = "ก\nข\nค\nง\nจ";

describe("[R3] long text merges by paragraph", () => {
  test.each([
    ["each changed another paragraph", "ก1\nข\nค\nง\nจ", "ก\nข\nค\nง\nจ2", "ก1\nข\nค\nง\nจ2"],
    ["one added at the start, one at the end", `ต้น\n${BASE}`, `${BASE}\nท้าย`, `ต้น\n${BASE}\nท้าย`],
    ["one removed, one added", "ก\nค\nง\nจ", `${BASE}\nท้าย`, "ก\nค\nง\nจ\nท้าย"],
    ["both made the same change", "ก\nข\nค1\nง\nจ", "ก\nข\nค1\nง\nจ", "ก\nข\nค1\nง\nจ"],
    [
      "both made one change, one made another",
      "ก1\nข\nค\nง\nจ",
      "ก1\nข\nค\nง\nจ2",
      "ก1\nข\nค\nง\nจ2",
    ],
    ["an empty line became two", "ก\nข\nค\n\nง\nจ", "ก0\nข\nค\nง\nจ", "ก0\nข\nค\n\nง\nจ"],
    ["one emptied it, the other left it", "", BASE, ""],
  ])("%s", (_, mine, theirs, merged) => {
    expect(mergeParagraphs({ base: BASE, mine, theirs })).toBe(merged);
  });

  test.each([
    ["both changed one paragraph", "ก\nข1\nค\nง\nจ", "ก\nข2\nค\nง\nจ"],
    ["one removed what the other changed", "ก\nค\nง\nจ", "ก\nข2\nค\nง\nจ"],
    ["both added at the end", `${BASE}\nฉ`, `${BASE}\nช`],
    ["one emptied it, the other added", "", `${BASE}\nฉ`],
  ])("undecided where %s", (_, mine, theirs) => {
    expect(mergeParagraphs({ base: BASE, mine, theirs })).toBeUndefined();
  });

  test("two first texts are undecided unless they are the same", () => {
    expect(mergeParagraphs({ base: "", mine: "ก", theirs: "ข" })).toBeUndefined();
    expect(mergeParagraphs({ base: "", mine: "ก", theirs: "ก" })).toBe("ก");
  });
});

// Few different paragraphs, so that they repeat, move and coincide.
const paragraph = fc.constantFrom("", "ก", "ข", "ค", "ง");
const text = fc.array(paragraph, { maxLength: 6 }).map((list) => list.join("\n"));

test("the two sides may be exchanged", () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      expect(mergeParagraphs({ base, mine, theirs })).toBe(
        mergeParagraphs({ base, mine: theirs, theirs: mine }),
      );
    }),
    { numRuns: 1000 },
  );
});

test("with one side unchanged, the other's text stands", () => {
  fc.assert(
    fc.property(text, text, (base, mine) => {
      expect(mergeParagraphs({ base, mine, theirs: base })).toBe(mine);
      expect(mergeParagraphs({ base, mine: base, theirs: mine })).toBe(mine);
      expect(mergeParagraphs({ base, mine, theirs: mine })).toBe(mine);
    }),
  );
});

test("[P6] a merged text holds every paragraph that either side wrote", () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeParagraphs({ base, mine, theirs });
      if (merged === undefined) return;
      const before = new Set(base.split("\n"));
      const written = [...mine.split("\n"), ...theirs.split("\n")].filter(
        (paragraph) => paragraph !== "" && !before.has(paragraph),
      );
      expect(merged.split("\n")).toEqual(expect.arrayContaining(written));
    }),
    { numRuns: 1000 },
  );
});

test("edits of paragraphs with an untouched one between them always merge", () => {
  const edits = fc.record({
    length: fc.integer({ min: 3, max: 12 }),
    split: fc.nat(),
    mine: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    theirs: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  });
  fc.assert(
    fc.property(edits, ({ length, split, mine, theirs }) => {
      const base = Array.from({ length }, (_, index) => `ย่อหน้า ${index}`);
      const untouched = 1 + (split % (length - 2));
      const edited = (marks: boolean[], mayEdit: (index: number) => boolean, sign: string) =>
        base.map((line, index) => (marks[index] && mayEdit(index) ? `${line} ${sign}` : line));
      const here = edited(mine, (index) => index < untouched, "ก");
      const there = edited(theirs, (index) => index > untouched, "ข");
      const expected = [...here.slice(0, untouched), ...there.slice(untouched)];
      expect(
        mergeParagraphs({
          base: base.join("\n"),
          mine: here.join("\n"),
          theirs: there.join("\n"),
        }),
      ).toBe(expected.join("\n"));
    }),
  );
});
