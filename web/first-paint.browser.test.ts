import { expect, onTestFinished, test } from "vitest";
import { firstPaint } from "./first-paint.ts";

const SOON_MS = 2000;

test("a page that shows something has its first paint, before patience runs out", async () => {
  const shown = document.body.appendChild(document.createElement("p"));
  onTestFinished(() => shown.remove());
  shown.textContent = "แบบรายงาน";
  const tooLate = new Promise<string>((resolve) => {
    setTimeout(() => resolve("too late"), SOON_MS);
  });
  expect(await Promise.race([firstPaint().then(() => "painted"), tooLate])).toBe("painted");
});
