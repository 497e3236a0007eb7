import { chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/find-chromium.ts";

export type BenchBrowser = { pid: number; page: Page; close(): Promise<void> };

/** A fresh browser with the benchmark page open: each memory figure needs one nobody used before. */
export async function openBench(url: string): Promise<BenchBrowser> {
  const executablePath = findChromium();
  const server = await chromium.launchServer({
    args: CHROMIUM_ARGS,
    ...(executablePath ? { executablePath } : {}),
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  await openPage(page, url);
  return {
    pid: server.process().pid ?? 0,
    page,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a benchmark's page and waits until its script says it is ready. */
export async function openPage(page: Page, url: string): Promise<void> {
  page.on("pageerror", (error) => console.error(`In the page: ${error.message}`));
  await page.goto(url);
  // Not waitForFunction: it evaluates text inside the page, which the app's policy forbids.
  await page.locator("body[data-state=ready]").waitFor({ state: "attached" });
}

/** Has the page throw its garbage away, so that memory is compared from a clean start. */
export async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

/** Calls a function of the page's `bench` object; only the arguments travel as JSON. */
export function callBench(page: Page, name: string, ...args: unknown[]): Promise<unknown> {
  const list = args.map((arg) => JSON.stringify(arg)).join(", ");
  return page.evaluate(`bench.${name}(${list})`);
}
