import type { Page } from "@playwright/test";
import { drawVillageScene } from "./village-scene.ts";

/** A photo as the app has shrunk it: WebP, 4:3, without metadata. Another for every seed. */
export async function takeSmallPhoto(page: Page, seed: number): Promise<Buffer> {
  const scene = { seed, width: 800, height: 600, type: "image/webp", quality: 0.8 };
  return Buffer.from(await page.evaluate(drawVillageScene, scene), "base64");
}
