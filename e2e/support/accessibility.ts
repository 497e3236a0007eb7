import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type Theme = "light" | "dark" | "sunlight";

/** What the appearances differ in, colours and in the sun the size of letters, counts in these rules only. */
const RULES_OF_APPEARANCE = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
  "target-size",
];

/** WCAG 2.2, A and AA, and good practice beyond: no violation, in every one of the app's own appearances. */
export async function expectAccessible(page: Page, what = "the page"): Promise<void> {
  await showTheme(page, "light");
  expect(await violationsOf(page), `${what}, light`).toEqual([]);
  for (const theme of ["dark", "sunlight"] as const) {
    await showTheme(page, theme);
    expect(await violationsOf(page, RULES_OF_APPEARANCE), `${what}, ${theme}`).toEqual([]);
  }
  await showTheme(page, "light");
}

/**
 * What of the page, as it is coloured now, breaks the rules (all of them, if none are named): the rule
 * and the elements. In the page itself: the other way opens a second page to add up frames, and the
 * app has none.
 */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // Every screen has one, once it is drawn.
  await expect(page.locator("h1").first()).toBeAttached();
  const looking = new AxeBuilder({ page, ...(await axeSource(page)) }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules && { runOnly: rules }),
  });
  const { violations } = await looking.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Half a megabyte of script that the page keeps: nothing to load where it is there already. */
async function axeSource(page: Page): Promise<{ axeSource?: string }> {
  return (await page.evaluate(() => "axe" in window)) ? { axeSource: ";" } : {};
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
