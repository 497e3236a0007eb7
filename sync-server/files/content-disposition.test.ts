import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition } from "./content-disposition.ts";

test("photos are shown in place, anything else is a download", () => {
  expect(contentDisposition("a.webp", "image/webp")).toMatch(/^inline;/);
  expect(contentDisposition("a.pdf", "application/pdf")).toMatch(/^attachment;/);
});

test("whatever the name, the header is one, and gives the name back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const header = contentDisposition(name, "application/pdf");
      expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[!-~]*$/);
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? "")).toBe(name.toWellFormed());
      expect(() => new Headers({ "content-disposition": header })).not.toThrow();
    }),
  );
});
