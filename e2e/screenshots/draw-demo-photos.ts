import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, requireChromium } from "../../scripts/find-chromium.ts";
import { drawVillageScene } from "../support/village-scene.ts";

// Draws the demo's photos anew: what the officers of the story are supposed to have taken.

const FOLDER = resolve(import.meta.dirname, "../../sync-server/commands/demo/photos");
const PHOTOS = 8;

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: CHROMIUM_ARGS,
});
const page = await browser.newPage();
for (let seed = 0; seed < PHOTOS; seed += 1) {
  const scene = { seed, width: 1200, height: 900, type: "image/webp", quality: 0.75 };
  const photo = await page.evaluate(drawVillageScene, scene);
  writeFileSync(`${FOLDER}/${seed + 1}.webp`, Buffer.from(photo, "base64"));
}
await browser.close();
