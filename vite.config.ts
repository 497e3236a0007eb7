import preact from "@preact/preset-vite";
import tailwindcss from "@tailwindcss/vite";
import { playwright } from "@vitest/browser-playwright";
import type { UserConfig } from "vite";
import { type ManifestOptions, VitePWA } from "vite-plugin-pwa";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium } from "./scripts/find-chromium.ts";
import { listModules } from "./scripts/list-modules.ts";
import { requireNode } from "./scripts/require-node.ts";

requireNode();

/**
 * Not inside the project's node_modules, which several work trees may share; in a folder of that name,
 * so that what lies there counts as a dependency all the same.
 */
const CACHE = `${import.meta.dirname}/.cache/node_modules/.vite`;
const SERVER_PORT = process.env.PORT ?? "8080";

const manifest: Partial<ManifestOptions> = {
  id: "/",
  name: "BPM สนาม",
  short_name: "BPM สนาม",
  description: "บันทึกผลการดำเนินงานโครงการจากพื้นที่ ใช้ได้แม้ไม่มีสัญญาณ",
  lang: "th",
  dir: "ltr",
  start_url: "/",
  scope: "/",
  display: "standalone",
  theme_color: "#14264f",
  background_color: "#e9edf4",
  icons: [
    { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  shortcuts: [
    { name: "แบบรายงาน", url: "/reports" },
    { name: "รายการรอส่ง", url: "/outbox" },
  ],
};

const app: UserConfig = {
  root: "web",
  publicDir: "../public",
  cacheDir: CACHE,
  plugins: [
    preact(),
    tailwindcss(),
    listModules(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "service-worker",
      filename: "service-worker.ts",
      injectRegister: false,
      includeManifestIcons: false,
      manifest,
      injectManifest: {
        rollupFormat: "iife",
        globPatterns: ["**/*.{js,css,html,svg,png,woff2}"],
        // Fonts the app has no text for, should a stylesheet bring them in.
        globIgnores: ["**/*-{latin-ext,vietnamese,cyrillic,greek}-*.woff2"],
      },
    }),
  ],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    // check-bundle.ts reads which chunk loads which.
    manifest: true,
    // The content security policy allows no inline script and no data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The recovery page stands beside the app, not in it: it works when the app does not.
      input: [`${import.meta.dirname}/web/index.html`, `${import.meta.dirname}/web/recovery.html`],
    },
  },
  worker: { format: "es" },
  server: { proxy: { "/api": `http://127.0.0.1:${SERVER_PORT}` } },
};

const chromium = findChromium();
/** `*.long.test.ts` are runs of minutes, started by name only. */
const LEFT_OUT = ["**/node_modules/**", "**/*.long.test.ts"];

const tests: ViteUserConfig = {
  cacheDir: CACHE,
  test: {
    projects: [
      {
        cacheDir: CACHE,
        test: {
          name: "node",
          include: ["{shared,sync-server,scripts}/**/*.test.ts"],
          exclude: LEFT_OUT,
        },
      },
      {
        cacheDir: CACHE,
        test: {
          name: "tablet",
          include: ["web/**/*.test.ts", "proof/**/*.test.ts"],
          exclude: [...LEFT_OUT, "**/*.browser.test.ts"],
          setupFiles: ["fake-indexeddb/auto"],
        },
      },
      {
        cacheDir: `${CACHE}-browser`,
        plugins: [preact(), tailwindcss()],
        // Found only while tests run, they would reload the page under a running test.
        optimizeDeps: {
          include: [
            "@preact/signals",
            "browser-image-compression",
            "comlink",
            "lucide",
            "preact",
            "preact/hooks",
            "preact/jsx-dev-runtime",
            "zod/mini",
          ],
        },
        test: {
          name: "browser",
          include: ["web/**/*.browser.test.{ts,tsx}"],
          exclude: LEFT_OUT,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_ARGS,
                ...(chromium ? { executablePath: chromium } : {}),
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
};

export default defineConfig(process.env.VITEST ? tests : app);
