import { expect, test } from "vitest";
import {
  chunkNonce,
  readRecordHeader,
  readRescueHeader,
  writeRecordHeader,
  writeRescueHeader,
} from "./rescue-file.ts";

const HEADER = { keyId: "00ff10ab00ff10ab", oneTimeKey: `04${"a1".repeat(64)}` };

test("a header is read back as it was written, and begins with the name of the format", () => {
  const header = writeRescueHeader(HEADER);
  expect(String.fromCharCode(...header.subarray(0, 10))).toBe("BPMRESCUE1");
  expect(readRescueHeader(header)).toEqual({ ok: true, value: HEADER });
});

test("another format, another version of it and a short header are no rescue file", () => {
  const header = writeRescueHeader(HEADER);
  const later = header.slice();
  later[9] = "2".charCodeAt(0);
  for (const wrong of [later, header.subarray(0, -1), new Uint8Array(header.length)]) {
    expect(readRescueHeader(wrong)).toEqual({ ok: false, error: { kind: "not-a-rescue-file" } });
  }
});

test("every chunk has a nonce of its own, and the last one differs from itself in the middle", () => {
  const nonces = [0, 1, 255, 256, 70_000].flatMap((index) => [
    chunkNonce(index, false).join(),
    chunkNonce(index, true).join(),
  ]);
  expect(new Set(nonces).size).toBe(nonces.length);
  expect([...chunkNonce(258, true)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1]);
});

test("a record says its kind and length; kinds and lengths that cannot be are refused", () => {
  for (const record of [
    { kind: "file", length: 300_000 },
    { kind: "manifest", length: 5_000_000 },
  ] as const) {
    const header = writeRecordHeader(record.kind, record.length);
    expect(readRecordHeader(header)).toEqual(record);
  }
  expect(readRecordHeader(writeRecordHeader("file", 3 * 1024 * 1024))).toBeUndefined();
  expect(readRecordHeader(Uint8Array.of(3, 0, 0, 0, 1))).toBeUndefined();
  expect(readRecordHeader(Uint8Array.of(1, 0, 0, 1))).toBeUndefined();
});
