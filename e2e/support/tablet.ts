import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, requireChromium } from "../../scripts/find-chromium.ts";
import { must } from "../../shared/invariant.ts";

export const TABLET = { width: 1280, height: 800 };
export const PORTRAIT = { width: 800, height: 1280 };
export const PHONE = { width: 360, height: 740 };

/**
 * A browser with a profile on disk, as on a tablet: its service worker, IndexedDB and cookies
 * outlive the page. A blank page keeps the browser alive while the app is closed.
 */
export type Tablet = {
  readonly context: BrowserContext;
  /** Ends the browser as the system ends an app for its memory: nothing in it hears of it. */
  crash: () => Promise<void>;
  /** Ends it as kill -9 does, at once, and starts it again. */
  kill: () => Promise<void>;
  /** Switches the tablet off in peace and on again; `whileOff` is given the folder of all it keeps. */
  restart: (whileOff?: (profile: string) => void) => Promise<void>;
  /** Opens the app in a new window, at `path`. */
  openApp: (path?: string) => Promise<Page>;
  remove: () => Promise<void>;
};

export async function startTablet(origin: string, viewport = TABLET): Promise<Tablet> {
  const profile = mkdtempSync(join(tmpdir(), "bpm-field-tablet-"));
  const start = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: requireChromium(),
      args: CHROMIUM_ARGS,
      baseURL: origin,
      viewport,
      locale: "th-TH",
      timezoneId: "Asia/Bangkok",
      reducedMotion: "reduce",
      serviceWorkers: "allow",
    });
  let context = await start();

  /** @param by ends the browser, of which nothing is ever heard again */
  async function ended(by: (session: CDPSession) => Promise<unknown>): Promise<void> {
    const gone = new Promise((resolve) => context.once("close", resolve));
    const browser = must(context.browser(), "a context has a browser");
    await by(await browser.newBrowserCDPSession());
    await gone;
    context = await start();
  }

  return {
    get context() {
      return context;
    },
    crash: () =>
      ended(async (session) => {
        // Never answered: the browser is gone.
        session.send("Browser.crash").catch(() => {});
      }),
    kill: () =>
      ended(async (session) => {
        const { processInfo } = await session.send("SystemInfo.getProcessInfo");
        const main = processInfo.find(({ type }) => type === "browser");
        process.kill(must(main, "a browser is a process").id, "SIGKILL");
      }),
    restart: async (whileOff) => {
      await context.close();
      whileOff?.(profile);
      context = await start();
    },
    openApp: async (path = "/") => {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    remove: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Resolves when the app's service worker controls the page, so that it opens without a network. */
export async function worksOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  });
}
