import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type Theme = "light" | "dark" | "sunlight";

const THEMES: readonly Theme[] = ["light", "dark", "sunlight"];

/** WCAG 2.2, A and AA, and good practice beyond: no violation, in every one of the app's own appearances. */
export async function expectAccessible(page: Page, what = "the page"): Promise<void> {
  for (const theme of THEMES) {
    await showTheme(page, theme);
    expect(await violationsOf(page), `${what}, ${theme}`).toEqual([]);
  }
  await showTheme(page, "light");
}

/**
 * What of the page, as it is coloured now, breaks the rules: the rule and the elements. All rules, in
 * the page itself: the other way opens a second page to add up frames, and the app has none.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Colours the page as the setting would; nothing else of the app changes with it. */
export async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((wanted) => {
    document.documentElement.dataset.theme = wanted;
  }, theme);
}

/** Nothing reaches beyond the right edge of the window. */
export async function expectNoSidewaysScroll(page: Page, what = "the page"): Promise<void> {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      // Tabs and filters scroll by themselves; of a table on a phone the head is for listening only.
      .filter((element) => !element.closest(".tab-bar, .filter-chips, .part-filter, thead"))
      .map((element) => element.outerHTML.slice(0, 80));
    return { wide, scrolls: scrollWidth > clientWidth };
  });
  expect(found, what).toEqual({ wide: [], scrolls: false });
}
