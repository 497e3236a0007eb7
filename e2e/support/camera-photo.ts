import type { Page } from "@playwright/test";

/** Size of the picture as it should stand: the tablet was held upright. */
const UPRIGHT = { width: 3000, height: 4000 };

/**
 * A 12-megapixel JPEG as a tablet's camera writes it: sensor sideways with EXIF orientation 6,
 * capture time and GPS position in its metadata, and noise, so that it does not compress to nothing.
 */
export async function takeCameraPhoto(page: Page, seed: number): Promise<Buffer> {
  const sideways = { width: UPRIGHT.height, height: UPRIGHT.width };
  const encoded = await page.evaluate(
    async ({ width, height, seed }) => {
      const canvas = new OffscreenCanvas(width, height);
      const pen = canvas.getContext("2d");
      if (!pen) throw new Error("No canvas");
      const sky = pen.createLinearGradient(0, 0, width, height);
      sky.addColorStop(0, `hsl(${(seed * 67) % 360} 60% 70%)`);
      sky.addColorStop(1, `hsl(${(seed * 67 + 120) % 360} 50% 30%)`);
      pen.fillStyle = sky;
      pen.fillRect(0, 0, width, height);
      let state = seed + 1;
      const next = (below: number) => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return state % below;
      };
      for (let dab = 0; dab < 4000; dab += 1) {
        pen.fillStyle = `hsl(${next(360)} 50% ${20 + next(60)}%)`;
        pen.fillRect(next(width), next(height), 10 + next(120), 10 + next(120));
      }
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) {
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      }
      return btoa(text);
    },
    { ...sideways, seed },
  );
  return withExif(Buffer.from(encoded, "base64"));
}

/** Puts an EXIF segment behind the start-of-image marker. */
function withExif(jpeg: Buffer): Buffer {
  const tiff = Buffer.concat([
    Buffer.from("4d4d002a00000008", "hex"),
    Buffer.from("0003", "hex"),
    Buffer.from("011200030000000100060000", "hex"),
    Buffer.from("013200020000001400000032", "hex"),
    Buffer.from("882500040000000100000046", "hex"),
    Buffer.from("00000000", "hex"),
    Buffer.from("2024:03:14 10:20:00\0", "latin1"),
    Buffer.from("0001", "hex"),
    Buffer.from("0001000200000002", "hex"),
    Buffer.from("4e000000", "hex"),
    Buffer.from("00000000", "hex"),
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from("ffe1", "hex"),
    length,
    body,
    jpeg.subarray(2),
  ]);
}
