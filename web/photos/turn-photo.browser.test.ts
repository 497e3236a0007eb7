import { expect, test } from "vitest";
import { turnOnMainThread } from "./main-thread-turn.ts";
import { PHOTO_BUDGET_BYTES } from "./photo-limits.ts";
import type { QuarterTurns } from "./photo-paper.ts";
import { aNoisyPicture, aPicture, cornersOf, inventory, nearestCorner } from "./test-photos.ts";
import { turnPhoto } from "./turn-photo.ts";

const upright = { width: 641, height: 480 };

/** Where each corner's colour came from, going round from the top left. */
const ROUND: Record<QuarterTurns, string[]> = {
  0: ["topLeft", "topRight", "bottomRight", "bottomLeft"],
  1: ["bottomLeft", "topLeft", "topRight", "bottomRight"],
  2: ["bottomRight", "bottomLeft", "topLeft", "topRight"],
  3: ["topRight", "bottomRight", "bottomLeft", "topLeft"],
};

async function roundOf(picture: Blob) {
  const corners = await cornersOf(picture);
  const { topLeft, topRight, bottomRight, bottomLeft } = corners;
  return [topLeft, topRight, bottomRight, bottomLeft].map(nearestCorner);
}

for (const [engine, turn] of Object.entries({ turnPhoto, turnOnMainThread })) {
  for (const quarters of [1, 2, 3] as const) {
    test(`${engine} turns by ${quarters * 90}° to the right, picture and thumbnail`, async () => {
      const turned = await turn(await aPicture(upright), quarters);
      if (!turned.ok) throw new Error(turned.error.kind);
      const { bytes, thumbnail, width, height, mediaType } = turned.value;
      expect([width, height]).toEqual(quarters === 2 ? [641, 480] : [480, 641]);
      expect(await roundOf(new Blob([bytes], { type: mediaType }))).toEqual(ROUND[quarters]);
      expect(await roundOf(thumbnail)).toEqual(ROUND[quarters]);
      // A JPEG stays one, so that its name goes on to fit.
      expect(mediaType).toBe("image/jpeg");
      expect(inventory(bytes)).not.toContain("ffe1");
    });
  }

  test(`${engine} says that what is no picture cannot be turned`, async () => {
    const turned = await turn(new Blob(["ftypheic"], { type: "image/heic" }), 1);
    expect(turned).toEqual({ ok: false, error: { kind: "undecodable" } });
  });
}

test("a turned photo weighs at most a quarter more, or the budget", async () => {
  const busy = await aNoisyPicture({ width: 1000, height: 750, type: "image/webp", quality: 0.5 });
  expect(busy.size).toBeGreaterThan(PHOTO_BUDGET_BYTES);
  const turned = await turnPhoto(busy, 1);
  if (!turned.ok) throw new Error(turned.error.kind);
  expect(turned.value.mediaType).toBe("image/webp");
  expect(turned.value.bytes.byteLength).toBeLessThanOrEqual(1.25 * busy.size);
});
