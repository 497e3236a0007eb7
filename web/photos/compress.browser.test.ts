import { describe, expect, test } from "vitest";
import { must } from "../../shared/invariant.ts";
import { createCompressor } from "./compress.ts";
import { compressOnMainThread } from "./main-thread-compress.ts";
import { PHOTO_BUDGET_BYTES, REDUCE_FROM_PIXELS, SOURCE_MAX_BYTES } from "./photo-limits.ts";
import type { PreparedPhoto } from "./prepared-photo.ts";
import {
  aCmykJpeg,
  aNoisyPicture,
  aPicture,
  cornersOf,
  inventory,
  nearestCorner,
  withExif,
} from "./test-photos.ts";

const compress = createCompressor();

async function prepare(file: Blob, mediaType?: PreparedPhoto["mediaType"]): Promise<PreparedPhoto> {
  const result = await compress(file, mediaType ? { mediaType } : {});
  return must(result.ok ? result.value : undefined, `a photo, not ${JSON.stringify(result)}`);
}

/** Decoded whole, and at reduced size. */
const BOTH_WAYS = [
  [640, 480],
  [4800, 3600],
] as const;

test("the sizes lie on both sides of the limit", () => {
  const [whole, reduced] = BOTH_WAYS.map(([width, height]) => width * height);
  expect(whole).toBeLessThan(REDUCE_FROM_PIXELS);
  expect(reduced).toBeGreaterThan(REDUCE_FROM_PIXELS);
});

function asBlob(photo: PreparedPhoto): Blob {
  return new Blob([photo.bytes], { type: photo.mediaType });
}

async function cornerNames(blob: Blob) {
  return Object.values(await cornersOf(blob)).map(nearestCorner);
}

/** Which quarter of the stored picture belongs top left, top right, bottom left, bottom right (Exif 2.32 §4.6.4). */
const UPRIGHT: Record<number, string[]> = {
  1: ["topLeft", "topRight", "bottomLeft", "bottomRight"],
  2: ["topRight", "topLeft", "bottomRight", "bottomLeft"],
  3: ["bottomRight", "bottomLeft", "topRight", "topLeft"],
  4: ["bottomLeft", "bottomRight", "topLeft", "topRight"],
  5: ["topLeft", "bottomLeft", "topRight", "bottomRight"],
  6: ["bottomLeft", "topLeft", "bottomRight", "topRight"],
  7: ["bottomRight", "topRight", "bottomLeft", "topLeft"],
  8: ["topRight", "bottomRight", "topLeft", "bottomLeft"],
};

describe("orientation", () => {
  for (const [orientation, expected] of Object.entries(UPRIGHT)) {
    for (const [width, height] of BOTH_WAYS) {
      test(`EXIF ${orientation} comes out upright at ${width} × ${height}`, async () => {
        const exif = { orientation: Number(orientation) };
        const photo = await prepare(await withExif(await aPicture({ width, height }), exif));
        expect(await cornerNames(asBlob(photo))).toEqual(expected);
        expect(await cornerNames(photo.thumbnail)).toEqual(expected);
        expect(photo.width > photo.height).toBe(Number(orientation) < 5);
      });
    }
  }
});

describe("metadata", () => {
  for (const mediaType of ["image/webp", "image/jpeg"] as const) {
    test(`no EXIF, GPS, XMP, IPTC or comment in ${mediaType}`, async () => {
      const source = await withExif(await aPicture({ width: 2000, height: 1500 }), {});
      expect(inventory(await source.arrayBuffer()).filter((name) => name === "ffe1")).toHaveLength(
        2,
      );
      const photo = await prepare(source, mediaType);
      const allowed = /^(VP8[ LX]|ALPH|ICCP|ffe0|ffe2|ffdb|ffc[0-4]|ffdd|ffda)$/;
      expect(inventory(photo.bytes).filter((name) => !allowed.test(name))).toEqual([]);
      expect(photo.mediaType).toBe(mediaType);
    });
  }

  test("a small photo with EXIF is encoded anew", async () => {
    const source = await withExif(await aPicture({ width: 400, height: 300 }), {});
    expect(inventory((await prepare(source)).bytes)).not.toContain("ffe1");
  });

  test("a small photo without any keeps its very bytes", async () => {
    const source = await aPicture({ width: 400, height: 300 });
    const photo = await prepare(source);
    expect(new Uint8Array(photo.bytes)).toEqual(new Uint8Array(await source.arrayBuffer()));
    expect(photo).toMatchObject({ mediaType: "image/jpeg", width: 400, height: 300 });
  });

  test("few bytes of many pixels are no reason to keep them", async () => {
    const source = await aPicture({ width: 6400, height: 3200, quality: 0.3 });
    expect(source.size).toBeLessThan(PHOTO_BUDGET_BYTES);
    const photo = await prepare(source);
    expect(photo).toMatchObject({ mediaType: "image/webp", width: 1600, height: 800 });
  });

  test("bytes hidden behind the picture are dropped", async () => {
    const secret = new TextEncoder().encode("a second, unedited picture");
    const photo = await prepare(new Blob([await aPicture({ width: 400, height: 300 }), secret]));
    expect(new TextDecoder("latin1").decode(photo.bytes)).not.toContain("unedited");
  });

  test("the time of the shutter is read before it is stripped, in Bangkok time", async () => {
    const jpeg = await aPicture({ width: 400, height: 300 });
    const takenAt = "2026:11:23 06:30:00";
    expect((await prepare(await withExif(jpeg, { takenAt }))).takenAt).toBe(
      "2026-11-22T23:30:00.000Z",
    );
    const told = await withExif(jpeg, { takenAt, offset: "+00:00" });
    expect((await prepare(told)).takenAt).toBe("2026-11-23T06:30:00.000Z");
    const unset = await withExif(jpeg, { takenAt: "0000:00:00 00:00:00" });
    expect((await prepare(unset)).takenAt).toBeUndefined();
  });
});

describe("size", () => {
  test("12 megapixels keep a long edge of 1600 px within the budget", async () => {
    const photo = await prepare(await aPicture({ width: 4000, height: 3000 }));
    expect(photo).toMatchObject({ width: 1600, height: 1200 });
    expect(photo.bytes.byteLength).toBeLessThanOrEqual(PHOTO_BUDGET_BYTES);
    const thumbnail = await createImageBitmap(photo.thumbnail);
    expect([thumbnail.width, thumbnail.height]).toEqual([320, 240]);
  });

  test("more megapixels than are decoded whole, and sizes that eighths do not divide", async () => {
    expect(await prepare(await aPicture({ width: 12_000, height: 9_000 }))).toMatchObject({
      width: 1600,
      height: 1200,
    });
    expect(await prepare(await aPicture({ width: 8000, height: 6000 }))).toMatchObject({
      width: 1600,
      height: 1200,
    });
    expect(await prepare(await aPicture({ width: 6217, height: 3101 }))).toMatchObject({
      width: 1600,
      height: 798,
    });
  });

  for (const mediaType of ["image/webp", "image/jpeg"] as const) {
    test(`a busy picture is brought down to the budget as ${mediaType}`, async () => {
      const small = await aNoisyPicture({ width: 360, height: 270 });
      const grain = await createImageBitmap(small, { resizeWidth: 1600, resizeQuality: "high" });
      const canvas = new OffscreenCanvas(1600, 1200);
      canvas.getContext("2d")?.drawImage(grain, 0, 0);
      const easy = await canvas.convertToBlob({ type: mediaType, quality: 0.8 });
      expect(easy.size).toBeGreaterThan(PHOTO_BUDGET_BYTES);

      const source = await canvas.convertToBlob({ type: "image/png" });
      const photo = await prepare(source, mediaType);
      expect(photo.bytes.byteLength).toBeLessThanOrEqual(PHOTO_BUDGET_BYTES);
      expect(photo.bytes.byteLength).toBeGreaterThan(0.8 * PHOTO_BUDGET_BYTES);
      expect(photo.width).toBe(1600);
    });
  }

  test("pure noise keeps its long edge and goes over the budget instead", async () => {
    const photo = await prepare(await aNoisyPicture({ width: 1800, height: 1350 }));
    expect(photo.width).toBe(1600);
    expect(photo.bytes.byteLength).toBeGreaterThan(PHOTO_BUDGET_BYTES);
  });

  test("a tiny image is not enlarged", async () => {
    const photo = await prepare(await aPicture({ width: 3, height: 2, type: "image/png" }));
    expect(photo).toMatchObject({ width: 3, height: 2 });
  });

  test("a strip one pixel high survives", async () => {
    const photo = await prepare(await aPicture({ width: 5000, height: 1, type: "image/png" }));
    expect(photo).toMatchObject({ width: 1600, height: 1 });
  });
});

describe("formats", () => {
  test("transparent parts of a PNG become white", async () => {
    const clear = new OffscreenCanvas(64, 64);
    clear.getContext("2d");
    const photo = await prepare(await clear.convertToBlob({ type: "image/png" }), "image/jpeg");
    expect((await cornersOf(asBlob(photo))).topLeft).toEqual([255, 255, 255]);
  });

  test.each(BOTH_WAYS)("a Display P3 photo of %i × %i keeps its colours", async (width, height) => {
    const source = await aPicture({ width, height }, "display-p3");
    expect(inventory(await source.arrayBuffer())).toContain("ffe2");
    const wanted = await cornersOf(source);
    const got = await cornersOf(asBlob(await prepare(source)));
    for (const corner of ["topLeft", "topRight", "bottomLeft", "bottomRight"] as const) {
      for (const channel of [0, 1, 2]) {
        expect(Math.abs((got[corner][channel] ?? 0) - (wanted[corner][channel] ?? 0))).toBeLessThan(
          12,
        );
      }
    }
  });

  test("a CMYK JPEG is converted", async () => {
    expect(await prepare(aCmykJpeg())).toMatchObject({ width: 8, height: 8 });
  });
});

describe("what cannot be prepared", () => {
  for (const [width, height] of BOTH_WAYS) {
    test(`a JPEG of ${width} × ${height} cut in half is undecodable`, async () => {
      const jpeg = await aNoisyPicture({ width, height });
      expect(await compress(jpeg.slice(0, jpeg.size / 2))).toEqual(failure("undecodable"));
    });
  }

  test("0 bytes are empty", async () => {
    expect(await compress(new Blob([]))).toEqual(failure("empty"));
  });

  test("HEIC is undecodable", async () => {
    const heic = new Blob([new Uint8Array([0, 0, 0, 24]), "ftypheic\0\0\0\0mif1heic"]);
    expect(await compress(heic)).toEqual(failure("undecodable"));
  });

  test("a program is undecodable", async () => {
    expect(await compress(new Blob(["MZ\x90\0 This program"]))).toEqual(failure("undecodable"));
  });

  test("a header that claims a pixel bomb is refused before anything is decoded", async () => {
    const png = new Uint8Array(
      await (await aPicture({ width: 8, height: 8, type: "image/png" })).arrayBuffer(),
    );
    new DataView(png.buffer).setUint32(16, 30_000);
    new DataView(png.buffer).setUint32(20, 30_000);
    expect(await compress(new Blob([png]))).toEqual(failure("too-large"));
  });

  test("a file no camera writes is not even read", async () => {
    const huge = new Blob(new Array(65).fill(new Uint8Array(1_000_000)));
    expect(huge.size).toBeGreaterThan(SOURCE_MAX_BYTES);
    expect(await compress(huge)).toEqual(failure("too-large"));
  });
});

describe("where no worker can draw", () => {
  test("browser-image-compression keeps the same promises", async () => {
    const source = await withExif(await aPicture({ width: 2400, height: 1800 }), {
      orientation: 6,
      takenAt: "2026:11:23 06:30:00",
    });
    const result = await compressOnMainThread(source);
    const photo = must(result.ok ? result.value : undefined, "a photo");
    expect(photo).toMatchObject({ width: 1200, height: 1600, takenAt: "2026-11-22T23:30:00.000Z" });
    expect(photo.bytes.byteLength).toBeLessThanOrEqual(PHOTO_BUDGET_BYTES);
    expect(inventory(photo.bytes)).not.toContain("ffe1");
    expect(await cornerNames(asBlob(photo))).toEqual(UPRIGHT[6]);
    expect(await cornerNames(photo.thumbnail)).toEqual(UPRIGHT[6]);
  });

  test("and reports the same failures", async () => {
    const jpeg = await aNoisyPicture({ width: 640, height: 480 });
    expect(await compressOnMainThread(new Blob([]))).toEqual(failure("empty"));
    expect(await compressOnMainThread(new Blob(["MZ"]))).toEqual(failure("undecodable"));
    expect(await compressOnMainThread(jpeg.slice(0, 300))).toEqual(failure("undecodable"));
  });
});

function failure(kind: string) {
  return { ok: false, error: { kind } };
}
