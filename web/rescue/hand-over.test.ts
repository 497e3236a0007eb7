import { afterEach, expect, test, vi } from "vitest";
import { shareFile } from "./hand-over.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const BLOB = new Blob(["sealed"]);
const NAME = "bpm-rescue-20240315-0930.bpmrescue.txt";

test("the file is offered to the system under its name, as a type that browsers share", async () => {
  const shared: ShareData[] = [];
  const share = async (data: ShareData) => {
    shared.push(data);
  };
  vi.stubGlobal("navigator", { canShare: () => true, share });
  expect(await shareFile(BLOB, NAME)).toBe("shared");
  const [file] = shared[0]?.files ?? [];
  expect(file).toMatchObject({ name: NAME, type: "text/plain", size: BLOB.size });
});

test.each([
  ["the person closed the sheet", "AbortError", "cancelled"],
  ["the system does not take it, or the click was too long ago", "NotAllowedError", "unavailable"],
  ["it is too large for the browser", "DataError", "unavailable"],
] as const)("when %s, it says so", async (_, name, expected) => {
  const share = () => Promise.reject(new DOMException("", name));
  vi.stubGlobal("navigator", { canShare: () => true, share });
  expect(await shareFile(BLOB, NAME)).toBe(expected);
});

test("a browser without a share sheet, or one that takes no files, is told apart beforehand", async () => {
  vi.stubGlobal("navigator", {});
  expect(await shareFile(BLOB, NAME)).toBe("unavailable");
  vi.stubGlobal("navigator", { canShare: () => false, share: () => Promise.resolve() });
  expect(await shareFile(BLOB, NAME)).toBe("unavailable");
});
