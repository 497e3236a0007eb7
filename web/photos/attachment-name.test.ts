import { expect, test } from "vitest";
import { cleanName, extensionOf } from "./attachment-name.ts";

test("Thai names keep their letters, vowels, tone marks and spaces", () => {
  expect(cleanName("ประชุมหมู่ที่ ๓ ตำบลน้ำคำ.jpg", "webp")).toBe("ประชุมหมู่ที่ ๓ ตำบลน้ำคำ.webp");
  expect(cleanName("ครั้งที่ 1.2", "pdf")).toBe("ครั้งที่ 1.2.pdf");
});

test("paths, control characters and reserved signs do not survive", () => {
  expect(cleanName("../../etc/passwd", "pdf")).toBe("etc passwd.pdf");
  expect(cleanName('a\0b\n"c"<d>|e?.pdf', "pdf")).toBe("a b c d e.pdf");
  expect(cleanName("C:\\fakepath\\a.jpg", "jpg")).toBe("C fakepath a.jpg");
});

test("nothing invisible turns a name around", () => {
  expect(cleanName("รายงาน\u202egpj.exe", "jpg")).toBe("รายงาน gpj.jpg");
});

test("a name of nothing gets one", () => {
  expect(cleanName(".jpg", "webp")).toBe("file.webp");
  expect(cleanName(" .. ", "pdf")).toBe("file.pdf");
});

test("a long name is cut within 200 bytes, never between a letter and its marks", () => {
  const name = cleanName("น้ำ".repeat(100), "webp");
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  expect(new TextEncoder().encode(name).length).toBeGreaterThan(180);
  expect(name).toMatch(/^(น้ำ)+(น้)?\.webp$/u);
});

test("an extension is what follows the last dot, in lower case", () => {
  expect(extensionOf("a.tar.PDF ")).toBe("pdf");
  expect(extensionOf("รายงาน")).toBe("");
});
