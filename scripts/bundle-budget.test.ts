import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { measureBundle } from "./bundle-budget.ts";

const KB = 1000;
const BUDGETS = {
  firstScripts: 10 * KB,
  firstStyles: 5 * KB,
  officerScripts: 20 * KB,
  englishScripts: 5 * KB,
  mainThreadScripts: 5 * KB,
  recoveryScripts: 5 * KB,
};
const folders: string[] = [];

type Chunk = {
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
  isEntry?: boolean;
};

/** A build of incompressible files, `sizes` in bytes, as Vite and list-modules lay it out. */
function aBuild(
  chunks: Record<string, Chunk>,
  sizes: Record<string, number>,
  modules: Record<string, string[]> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  folders.push(folder);
  const manifest = Object.fromEntries(
    Object.entries(chunks).map(([key, chunk]) => [key, { file: `${key}.js`, ...chunk }]),
  );
  const files: [string, string | Buffer][] = [
    [".vite/manifest.json", JSON.stringify(manifest)],
    [".vite/modules.json", JSON.stringify(modules)],
    ...Object.entries(sizes).map(([file, size]): [string, Buffer] => [file, randomBytes(size)]),
  ];
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function kilobytesByName(build: string): Record<string, number> {
  const { sizes } = measureBundle(build, BUDGETS);
  return Object.fromEntries(sizes.map(({ name, bytes }) => [name, Math.round(bytes / KB)]));
}

test("the first load is the entry and all it imports at once, each file counted once", () => {
  const build = aBuild(
    {
      main: {
        isEntry: true,
        imports: ["left", "right"],
        dynamicImports: ["later"],
        css: ["a.css"],
      },
      left: { imports: ["core"] },
      right: { imports: ["core"], css: ["a.css", "b.css"] },
      core: {},
      later: { css: ["later.css"] },
    },
    {
      "main.js": 1 * KB,
      "left.js": 2 * KB,
      "right.js": 3 * KB,
      "core.js": 4 * KB,
      "later.js": 9 * KB,
      "a.css": 2 * KB,
      "b.css": 1 * KB,
      "later.css": 8 * KB,
    },
  );
  expect(kilobytesByName(build)).toEqual({
    "First load, scripts": 10,
    "First load, styles": 3,
    "Officer's whole app, scripts": 19,
    "Added by English, scripts": 0,
    "Added without drawing in a worker": 0,
    "Recovery page, scripts": 0,
  });
});

test("screens of other roles are not part of the officer's app when they are loaded lazily", () => {
  const build = aBuild(
    {
      main: { isEntry: true, dynamicImports: ["district/form.tsx", "province/board.tsx"] },
      "district/form.tsx": {},
      "province/board.tsx": { dynamicImports: ["centre/map.tsx"] },
    },
    { "main.js": 1 * KB, "district/form.tsx.js": 2 * KB, "province/board.tsx.js": 50 * KB },
    { "province/board.tsx.js": ["province/board.tsx"] },
  );
  expect(kilobytesByName(build)).toMatchObject({ "Officer's whole app, scripts": 3 });
  expect(measureBundle(build, BUDGETS).strangers).toEqual([]);
});

test("photos are drawn in a worker or in the page: the page's way is counted apart, with what only it needs", () => {
  const build = aBuild(
    {
      main: {
        isEntry: true,
        dynamicImports: ["photos/main-thread-compress.ts", "form"],
        assets: ["photo.worker.js", "hem.svg"],
      },
      "photos/main-thread-compress.ts": { imports: ["shared", "codec"] },
      form: { imports: ["shared"] },
      shared: {},
      codec: {},
    },
    {
      "main.js": 1 * KB,
      "photo.worker.js": 4 * KB,
      "hem.svg": 9 * KB,
      "photos/main-thread-compress.ts.js": 2 * KB,
      "form.js": 3 * KB,
      "shared.js": 1 * KB,
      "codec.js": 6 * KB,
    },
  );
  expect(kilobytesByName(build)).toEqual({
    "First load, scripts": 1,
    "First load, styles": 0,
    "Officer's whole app, scripts": 9,
    "Added by English, scripts": 0,
    "Added without drawing in a worker": 8,
    "Recovery page, scripts": 0,
  });
});

test("the app speaks one language at a time: what English adds is counted apart", () => {
  const build = aBuild(
    { main: { isEntry: true, dynamicImports: ["i18n/en.ts"] }, "i18n/en.ts": {} },
    { "main.js": 1 * KB, "i18n/en.ts.js": 4 * KB },
  );
  expect(kilobytesByName(build)).toMatchObject({
    "Officer's whole app, scripts": 1,
    "Added by English, scripts": 4,
  });
});

test("the recovery page is loaded instead of the app and is not part of its first load", () => {
  const build = aBuild(
    {
      main: { isEntry: true, imports: ["core"] },
      "recovery.html": { isEntry: true, imports: ["core"], css: ["recovery.css"] },
      core: {},
    },
    {
      "main.js": 1 * KB,
      "recovery.html.js": 7 * KB,
      "core.js": 2 * KB,
      "recovery.css": 3 * KB,
    },
  );
  expect(kilobytesByName(build)).toMatchObject({
    "First load, scripts": 3,
    "First load, styles": 0,
    "Recovery page, scripts": 9,
  });
});

test("a planner's module inside an officer's chunk is named", () => {
  const build = aBuild(
    { main: { isEntry: true } },
    { "main.js": 1 },
    {
      "main.js": ["main.tsx", "province/board-screen.tsx"],
    },
  );
  expect(measureBundle(build, BUDGETS).strangers).toEqual(["province/board-screen.tsx"]);
});

test("a manifest that names a chunk it does not hold is an error, not a smaller sum", () => {
  const build = aBuild({ main: { isEntry: true, imports: ["gone"] } }, { "main.js": 1 });
  expect(() => measureBundle(build, BUDGETS)).toThrow("gone");
});
