import { expect, test } from "vitest";
import { Attachment, isPhoto, MAX_FILE_BYTES, MediaType } from "./attachment.ts";
import { anAttachment } from "./test-builders.ts";

test("[R29] 2,097,152 bytes are accepted, 2,097,153 and an empty file are not", () => {
  expect(MAX_FILE_BYTES).toBe(2_097_152);
  const holds = (sizeBytes: number) => Attachment.safeParse(anAttachment({ sizeBytes })).success;
  expect([2_097_152, 2_097_153, 0].map(holds)).toEqual([true, false, false]);
});

test("[R28] pictures and office documents may be attached, programs and drawings with scripts not", () => {
  expect(MediaType.options.filter((mediaType) => isPhoto({ mediaType }))).toEqual([
    "image/jpeg",
    "image/webp",
    "image/png",
    "image/heic",
  ]);
  for (const mediaType of ["image/svg+xml", "text/html", "application/zip"]) {
    expect(Attachment.safeParse({ ...anAttachment(), mediaType }).success).toBe(false);
  }
});
