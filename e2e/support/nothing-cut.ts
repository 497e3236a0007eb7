import { expect, type Page } from "@playwright/test";
import { PHONE, PORTRAIT, TABLET } from "./tablet.ts";

/** In pixels, as a person sets it in the browser: the usual one, and 200 %. */
const LETTERS = [16, 32];

/**
 * At every size of window and with letters twice as large, nothing of the screen as it is now
 * reaches beyond the window, and no control cuts off its own words.
 */
export async function expectNothingCut(page: Page, what: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const cut: Record<string, string[]> = {};
  for (const letters of LETTERS) {
    await devtools.send("Page.setFontSizes", { fontSizes: { standard: letters } });
    for (const size of [TABLET, PORTRAIT, PHONE]) {
      await page.setViewportSize(size);
      const found = await page.evaluate(findCut);
      if (found.length > 0) cut[`${size.width} px, letters of ${letters}`] = found;
    }
  }
  await devtools.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
  await page.setViewportSize(TABLET);
  await devtools.detach();
  expect(cut, what).toEqual({});
}

/** In the page: the elements that are cut, the outermost of each kind first. */
async function findCut(): Promise<string[]> {
  // Layout follows the new size with the next frame; panes that measure themselves, one later.
  for (let frames = 0; frames < 2; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const width = document.documentElement.clientWidth;
  const scrolls = (element: HTMLElement): boolean => {
    const parent = element.parentElement;
    if (!parent || parent === document.body) return false;
    return /auto|scroll/.test(getComputedStyle(parent).overflowX) || scrolls(parent);
  };
  const forListening = ".sr-only, .skip-link, [type=file]";
  const shown = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
    (element) => !element.closest(forListening) && element.checkVisibility() && !scrolls(element),
  );
  const beyond = shown.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > left && (right > width + 1 || left < -1);
  });
  const clipped = shown.filter((element) => {
    // What a closed list of choices shows is the browser's doing.
    if (!element.matches("button, .btn, label, input, a")) return false;
    const { overflowX } = getComputedStyle(element);
    return overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
  });
  const name = (why: string) => (element: HTMLElement) =>
    `${why}: ${element.className || element.tagName} ${element.textContent?.slice(0, 40)}`;
  const wide = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
  return [...wide, ...beyond.map(name("beyond")), ...clipped.map(name("clipped"))].slice(0, 12);
}
