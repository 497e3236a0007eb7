import type { Page } from "@playwright/test";

/** A photo as the app has shrunk it: WebP, 4:3, without metadata. Another for every seed. */
export async function takeSmallPhoto(page: Page, seed: number): Promise<Buffer> {
  const encoded = await page.evaluate(async (hue) => {
    const canvas = new OffscreenCanvas(800, 600);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("No canvas");
    pen.fillStyle = `hsl(${hue} 50% 70%)`;
    pen.fillRect(0, 0, 800, 600);
    pen.fillStyle = `hsl(${hue + 120} 60% 35%)`;
    for (let person = 0; person < 9; person += 1) {
      pen.fillRect(40 + person * 84, 340 - (person % 3) * 30, 56, 200);
    }
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, seed * 47);
  return Buffer.from(encoded, "base64");
}
