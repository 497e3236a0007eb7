import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { showTheme, type Theme } from "../support/accessibility.ts";
import { TABLET } from "../support/tablet.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/screenshots");

type Look = { size?: { width: number; height: number }; theme?: Theme };

/** Takes one picture of the window as it is, and leaves the window as it was. */
export async function shoot(
  page: Page,
  name: string,
  { size = TABLET, theme = "light" }: Look = {},
): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  await showTheme(page, theme);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})));
  });
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
  await showTheme(page, "light");
  if (before) await page.setViewportSize(before);
  console.log(name);
}
