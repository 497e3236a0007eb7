import preact from "@preact/preset-vite";
import tailwindcss from "@tailwindcss/vite";
import { playwright } from "@vitest/browser-playwright";
import type { UserConfig } from "vite";
import { type ManifestOptions, VitePWA } from "vite-plugin-pwa";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
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

const SHORTCUT_ICON = { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" };

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
  orientation: "any",
  categories: ["government", "business", "productivity"],
  theme_color: "#14264f",
  background_color: "#e9edf4",
  icons: [
    { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  shortcuts: [
    { name: "แบบรายงาน", url: "/reports", icons: [SHORTCUT_ICON] },
    { name: "กล่องส่ง", url: "/outbox", icons: [SHORTCUT_ICON] },
  ],
  // Taken by `npm run screenshots`.
  screenshots: [
    picture("home-wide", { sizes: "1280x800", label: "หน้าหลัก: งานที่ต้องดำเนินการและงบประมาณ" }),
    picture("form-wide", { sizes: "1280x800", label: "แบบฟอร์มรายงาน บันทึกในเครื่องทันที" }),
    picture("home-narrow", { sizes: "360x740", label: "หน้าหลักบนโทรศัพท์" }),
    picture("form-narrow", { sizes: "360x740", label: "แบบฟอร์มรายงานบนโทรศัพท์" }),
  ],
};

/** What the browser shows before the app is installed. */
function picture(name: string, { sizes, label }: { sizes: string; label: string }) {
  const form_factor = name.endsWith("wide") ? ("wide" as const) : ("narrow" as const);
  return { src: `/screenshots/${name}.png`, type: "image/png", sizes, form_factor, label };
}

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
        globIgnores: [
          // Fonts the app has no text for, should a stylesheet bring them in.
          "**/*-{latin-ext,vietnamese,cyrillic,greek}-*.woff2",
          // Looked at before the app is installed.
          "screenshots/**",
        ],
      },
    }),
  ],
  resolve: {
    // What these packages name for bundlers is written for browsers older than any that runs the app.
    alias: {
      dexie: `${import.meta.dirname}/node_modules/dexie/dist/modern/dexie.mjs`,
      "workbox-window": `${import.meta.dirname}/node_modules/workbox-window/build/workbox-window.prod.mjs`,
    },
  },
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
      output: {
        codeSplitting: {
          // What every screen stands on, in one file: it compresses better, and is one request.
          groups: [
            {
              name: "app",
              // And what several others share, which would be files of a few hundred bytes.
              test: /web\/(app|components\/(search-field|select-field|text-area|confirm-dialog|filter-chips))\.tsx$/,
              priority: 1,
            },
            // What the recovery page needs as well stays out of it.
            {
              name: "ground",
              test: /shared\/(rescue-\w+|person|invariant)\.ts$/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  server: { proxy: { "/api": `http://127.0.0.1:${SERVER_PORT}` } },
};

const chromium = findChromium();
/** `*.long.test.ts` are runs of minutes, started by name only. */
const LEFT_OUT = ["**/node_modules/**", "**/*.long.test.ts"];

/** Left alone, Vitest keeps a core free for whoever watches, which is half of two. */
const EVERY_CORE = "100%";

/** A test that hangs is ended; one on a busy machine is waited for. */
const TIMEOUT_MS = 30_000;

/** The proofs take a minute, each on a core of its own: begun last, they would be waited for. */
class ProofsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isProof = ({ moduleId }: TestSpecification) => moduleId.includes("/proof/");
    const sorted = await super.sort(files);
    return [...sorted.filter(isProof), ...sorted.filter((file) => !isProof(file))];
  }
}

const tests: ViteUserConfig = {
  cacheDir: CACHE,
  test: {
    sequence: { sequencer: ProofsFirst },
    projects: [
      {
        cacheDir: CACHE,
        test: {
          name: "node",
          pool: "threads",
          maxWorkers: EVERY_CORE,
          testTimeout: TIMEOUT_MS,
          include: ["{shared,sync-server,scripts}/**/*.test.ts"],
          exclude: LEFT_OUT,
        },
      },
      {
        cacheDir: CACHE,
        test: {
          name: "tablet",
          pool: "threads",
          maxWorkers: EVERY_CORE,
          testTimeout: TIMEOUT_MS,
          include: ["{web,proof}/**/*.test.ts"],
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
            "axe-core",
            "dexie",
            "browser-image-compression",
            "comlink",
            "lucide",
            "preact",
            "preact-iso",
            "preact/hooks",
            "preact/jsx-dev-runtime",
            "zod/mini",
          ],
        },
        test: {
          name: "browser",
          // One page at a time: photos measure what keeps the page waiting.
          maxWorkers: 1,
          testTimeout: TIMEOUT_MS,
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
