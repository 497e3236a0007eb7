import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium, requireChromium } from "../../scripts/find-chromium.ts";
import { buildPage } from "./build-page.ts";
import { serveFolders } from "./serve-folders.ts";

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

/**
 * Builds and opens a benchmark's page in a browser with its profile on disk, and removes everything
 * afterwards. Private windows, Playwright's usual ones, keep their databases in memory.
 */
export async function withPageOnDisk<T>(
  root: string,
  port: number,
  measure: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-page-"));
  await buildPage(root, folder);
  const server = await serveFolders([folder], port);
  const browser = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: requireChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    const page = await browser.newPage();
    await openPage(page, `http://localhost:${port}/index.html`);
    return await measure(page);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Opens a benchmark's page and waits until its script says it is ready. */
async function openPage(page: Page, url: string): Promise<void> {
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
