import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arabicDigits, graphemeCount, normaliseThai, searchKey } from "./thai-text.ts";

const thaiChar = fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCodePoint(code));
const mark = fc.constantFrom(
  ..."\u0E31\u0E33\u0E34\u0E38\u0E39\u0E3A\u0E45\u0E47\u0E48\u0E49\u0E4C\u0E4D\u0E32",
);
const stray = fc.constantFrom(
  ..."\u200B\u200D\u2060\uFEFF\u00AD\u00A0\u2028\u0085\uF70A\uF711\uF718\uD800\u0000\t\r\n  ab-",
);
/** Thai as no keyboard would make it: marks in any order, invisible and odd characters between. */
const wildThai = fc
  .array(fc.oneof(thaiChar, { arbitrary: mark, weight: 3 }, stray), { maxLength: 24 })
  .map((chars) => chars.join(""));

const NAM = "น\u0E49\u0E33";

describe("normaliseThai (domain 3.2): one spelling for what looks the same", () => {
  test.each([
    ["น้ำ as it should be", NAM, NAM],
    ["nikhahit and aa after the tone", "น\u0E49\u0E4D\u0E32", NAM],
    ["nikhahit before the tone", "น\u0E4D\u0E49\u0E32", NAM],
    ["tone after sara am", "น\u0E33\u0E49", NAM],
    ["nikhahit and aa without a tone", "ท\u0E4D\u0E32", "ท\u0E33"],
    ["two tones inside a taken-apart sara am", "น\u0E4D\u0E49\u0E49\u0E32", NAM],
    ["lower vowel after the tone", "ผ\u0E49\u0E39", "ผ\u0E39\u0E49"],
    ["upper vowel after the tone", "ท\u0E48\u0E35", "ท\u0E35\u0E48"],
    ["tones on both sides of the vowel", "ท\u0E48\u0E48\u0E35\u0E48", "ท\u0E35\u0E48"],
    ["doubled tone", "ที\u0E48\u0E48", "ที\u0E48"],
    ["doubled vowel", "ท\u0E35\u0E35\u0E48", "ท\u0E35\u0E48"],
    ["two SARA E typed for SARA AE", "\u0E40\u0E40ผน", "\u0E41ผน"],
    ["LAKKHANGYAO typed for SARA AA", "ก\u0E45ร", "การ"],
    ["LAKKHANGYAO where it belongs", "ฤ\u0E45ษี", "ฤ\u0E45ษี"],
    ["zero-width space between words", "แผน\u200Bชุมชน", "แผนชุมชน"],
    ["zero-width space between marks", "ท\u0E48\u200B\u0E35", "ท\u0E35\u0E48"],
    ["byte order mark, joiners, soft hyphen", "\uFEFFแผน\u200C\u200D\u2060\u00AD", "แผน"],
    ["directional marks", "\u202Aแผน\u202C\u200E", "แผน"],
    ["odd spaces, several of them", "แผน\u00A0\u2003 \tชุมชน", "แผน ชุมชน"],
    ["space around the text", "  แผน ", "แผน"],
    ["line breaks of every system", "ก\r\nข\rค\u2028ง\u0085จ\vฉ", "ก\nข\nค\nง\nจ\nฉ"],
    ["space around line breaks", "ก \n\n ข", "ก\n\nข"],
    ["control characters", "แผน\u0000\u0007\u009F", "แผน"],
    ["marks of an old PDF font", "ท\uF702\uF70A", "ท\u0E35\u0E48"],
    ["half a surrogate pair", "แผน\uD83D", "แผน\uFFFD"],
    [
      "text that is in order",
      "ประชุมเชิงปฏิบัติการ (จปฐ.)\n1. “แผน” – ๒๕๖๗ 🙂",
      "ประชุมเชิงปฏิบัติการ (จปฐ.)\n1. “แผน” – ๒๕๖๗ 🙂",
    ],
    ["nothing", "", ""],
  ])("%s", (_, typed, stored) => {
    expect(normaliseThai(typed)).toBe(stored);
  });

  test("a text normalised once is normalised", () => {
    fc.assert(
      fc.property(fc.oneof(wildThai, fc.string({ unit: "binary" })), (text) => {
        const once = normaliseThai(text);
        expect(normaliseThai(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  test("the way past the rules for tidy text and the rules themselves agree", () => {
    // An object replacement character makes a text untidy, and no rule touches it.
    const throughTheRules = (text: string) => normaliseThai(`${text}\uFFFC`).slice(0, -1);
    fc.assert(
      fc.property(wildThai, (text) => {
        expect(normaliseThai(`x${text}x`)).toBe(throughTheRules(`x${text}x`));
      }),
      { numRuns: 1000 },
    );
  });

  test("Thai never grows, and is trimmed, well-formed and in NFC", () => {
    fc.assert(
      fc.property(wildThai, (text) => {
        const stored = normaliseThai(text);
        expect(stored.length).toBeLessThanOrEqual(text.length);
        expect(stored).toBe(stored.trim());
        expect(stored).toBe(stored.normalize("NFC"));
        expect(stored.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("the order in which a mark and a tone were typed leaves no trace", () => {
    const vowel = fc.constantFrom(..."\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39");
    const tone = fc.constantFrom(..."\u0E48\u0E49\u0E4A\u0E4B");
    fc.assert(
      fc.property(vowel, tone, (v, t) => {
        expect(normaliseThai(`ก${t}${v}`)).toBe(normaliseThai(`ก${v}${t}`));
        expect(normaliseThai(`ก${v}${t}`)).toBe(`ก${v}${t}`);
      }),
    );
  });
});

describe("searchKey (R19): tolerant of how a thing is typed", () => {
  test.each([
    ["spaces", "โคก หนอง นา", "โคกหนองนา"],
    ["zero-width spaces", "โคก\u200Bหนอง\u200Bนา", "โคกหนองนา"],
    ["missing tone marks", "หมู่บ้าน", "หมูบาน"],
    ["missing thanthakhat", "ทรัพย์", "ทรัพย"],
    ["paiyannoi", "กรุงเทพฯ", "กรุงเทพ"],
    ["spellings of น้ำ", "น\u0E4D\u0E49\u0E32", "น้ำ"],
    ["Thai digits", "ปี ๒๕๖๗", "ปี 2567"],
    ["punctuation", "จปฐ.", "จปฐ"],
    ["quotation marks", "“โคก”", '"โคก"'],
    ["dashes in a code", "801-112-P0167-2024-02", "801112p0167202402"],
    ["capitals", "OTOP", "otop"],
  ])("%s", (_, a, b) => {
    expect(searchKey(a)).toBe(searchKey(b));
  });

  test("different words stay different", () => {
    expect(searchKey("ตำบล")).not.toBe(searchKey("อำเภอ"));
    expect(searchKey("ข้าว")).not.toBe(searchKey("ขา"));
  });
});

test("arabicDigits turns ๐–๙ into 0–9 and nothing else", () => {
  expect(arabicDigits("๐๑๒๓๔๕๖๗๘๙")).toBe("0123456789");
  expect(arabicDigits("๏ หมู่ที่ ๕ ๚")).toBe("๏ หมู่ที่ 5 ๚");
});

test.each([
  ["", 0],
  ["ที่", 1],
  ["ที่น้ำ", 2],
  ["👨‍👩‍👧", 1],
  ["abc", 3],
])("graphemeCount counts what a person sees: %s is %i", (text, count) => {
  expect(graphemeCount(text)).toBe(count);
});

test("graphemeCount is what the platform's segmenter counts, for any text", () => {
  const segmenter = new Intl.Segmenter("th", { granularity: "grapheme" });
  const line = fc.string({ unit: fc.oneof(thaiChar, mark, fc.constantFrom(..."\n a1“–")) });
  fc.assert(
    fc.property(fc.oneof(line, fc.string({ unit: "binary" })), (text) => {
      expect(graphemeCount(text)).toBe([...segmenter.segment(text)].length);
    }),
    { numRuns: 3000 },
  );
});
