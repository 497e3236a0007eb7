import { type BrowserContext, chromium } from "playwright-core";
import * as z from "zod/mini";
import { CHROMIUM_ARGS, requireChromium } from "../../scripts/find-chromium.ts";

export type Visit = { url: string; selector: string };

const THROTTLE = 4;
const PATIENCE_MS = 60_000;

/** A browser for many first visits: each gets a profile that has never seen the page. */
export async function openVisitor(): Promise<{
  visit(visit: Visit): Promise<number>;
  close(): Promise<void>;
}> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: CHROMIUM_ARGS,
  });
  return {
    visit: async (visit) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const usableAt = await timeToUsable(context, visit);
      await context.close();
      return usableAt;
    },
    close: () => browser.close(),
  };
}

/**
 * Ms from the start of the navigation to the first frame in which the field can be typed into, with
 * the CPU four times slower. The page itself watches: asking it from outside would wait in its queue.
 */
async function timeToUsable(context: BrowserContext, { url, selector }: Visit): Promise<number> {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`At ${url}: ${error.message}`));
  await page.addInitScript((field: string) => {
    const look = () => {
      const found = document.querySelector<HTMLInputElement>(field);
      const isThere = found !== null && !found.disabled && found.getClientRects().length > 0;
      if (!isThere) requestAnimationFrame(look);
      else setTimeout(() => Object.assign(globalThis, { usableAt: performance.now() }));
    };
    requestAnimationFrame(look);
  }, selector);
  const devTools = await context.newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  await page.goto(url);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const usableAt = z.nullish(z.number()).parse(await page.evaluate("globalThis.usableAt"));
    if (typeof usableAt === "number") return usableAt;
    await page.waitForTimeout(50);
  }
  throw new Error(`No ${selector} appears at ${url}`);
}
