import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./scripts/find-chromium.ts";
import { requireNode } from "./scripts/require-node.ts";

requireNode();
const chromium = findChromium();

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/make-demo.ts",
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // Every file has a server, a port and data of its own: they do not meet.
  workers: 2,
  // A tablet's browser, a server and photos of 12 megapixels, on a machine of two slow cores.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/reports/playwright.json" }]],
  use: {
    // The officer's tablet.
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    // Tests of what works without signal allow it: each new one keeps the whole app first.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    // A trace of every step costs a quarter more time: TRACE=on to look into one.
    trace: process.env.TRACE === "on" ? "retain-on-failure" : "off",
    launchOptions: {
      args: CHROMIUM_ARGS,
      ...(chromium ? { executablePath: chromium } : {}),
    },
  },
});
