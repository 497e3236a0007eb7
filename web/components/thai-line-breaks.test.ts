import { expect, test } from "vitest";
import { normaliseThai } from "../../shared/thai-text.ts";
import { keepWords } from "./thai-line-breaks.ts";

test("a listed word may be broken around, not inside", () => {
  expect(keepWords("ส่งเสริมบูรณาการ", ["บูรณาการ"])).toBe(
    "ส่งเสริม\u200Bบู\u2060ร\u2060ณ\u2060า\u2060ก\u2060า\u2060ร\u200B",
  );
});

test("the longer of two listed words is held as one", () => {
  const both = keepWords("การบูรณาการ", ["การบูรณาการ", "บูรณาการ"]);
  expect(both).toBe(keepWords("การบูรณาการ", ["การบูรณาการ"]));
});

test("text without listed words comes back as it is", () => {
  expect(keepWords("ประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาตำบล")).toBe("ประชุมเชิงปฏิบัติการจัดทำแผนพัฒนาตำบล");
});

test("what was copied from the screen is stored without the marks", () => {
  const name = "ประชุมส่งเสริมการบูรณาการกลไก อำเภอวังสมบูรณ์";
  expect(normaliseThai(keepWords(name))).toBe(name);
});
