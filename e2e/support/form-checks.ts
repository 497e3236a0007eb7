import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const THEMES = ["light", "dark", "sunlight"] as const;

/** Colours the page as the setting would; nothing else of the app changes with it. */
export async function showTheme(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

/** WCAG 2.0, 2.1 and 2.2, A and AA: no violation, in every theme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of THEMES) {
    await showTheme(page, theme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`);
    expect(found).toEqual([]);
  }
  await showTheme(page, "light");
}

/** Nothing reaches beyond the right edge of the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, scrolls } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      // Tabs and filters scroll by themselves.
      .filter((element) => !element.closest(".tab-bar, .filter-chips"))
      .map((element) => element.outerHTML.slice(0, 80));
    return { wide, scrolls: scrollWidth > clientWidth };
  });
  expect({ wide, scrolls }).toEqual({ wide: [], scrolls: false });
}
