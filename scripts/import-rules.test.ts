import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";

/** For one file: the specifiers it may import, and those the linter must refuse. */
type Rule = { from: string; may: string[]; mayNot: string[] };

const RULES: Rule[] = [
  {
    from: "shared/report.ts",
    may: ["zod/mini", "./money.ts", "../wire/push.ts"],
    mayNot: ["zod", "dexie", "node:fs", "../web/live.ts", "../sync-server/app.ts", "./a.test.ts"],
  },
  {
    from: "web/main.tsx",
    may: ["preact", "dexie", "workbox-window", "./app.tsx", "../shared/report.ts"],
    mayNot: ["zod", "hono", "node:fs", "react", "../sync-server/app.ts", "./app.browser.test.tsx"],
  },
  {
    from: "web/db/drafts.ts",
    may: ["dexie", "./schema.ts", "../../shared/report.ts"],
    mayNot: ["preact", "@preact/signals", "zod/mini", "../sync/push.ts", "../live.ts"],
  },
  {
    from: "web/sync/push.ts",
    may: ["@preact/signals-core", "./transport.ts", "../db/outbox.ts", "../../shared/push.ts"],
    mayNot: ["preact", "@preact/signals", "dexie", "../photos/compress.ts", "../i18n/th.ts"],
  },
  {
    from: "web/photos/photo.worker.ts",
    may: ["comlink", "browser-image-compression", "./compress.ts", "../../shared/result.ts"],
    mayNot: ["preact", "dexie", "../db/files.ts", "../sync/push.ts"],
  },
  {
    from: "web/i18n/index.ts",
    may: ["@preact/signals", "./th.ts", "../../shared/sync-error.ts"],
    mayNot: ["preact", "dexie", "../db/settings.ts", "../components/icon.tsx"],
  },
  {
    from: "web/components/icon.tsx",
    may: ["preact", "preact/hooks", "lucide", "../i18n/th.ts", "../../shared/money.ts"],
    mayNot: ["dexie", "preact-iso", "../db/drafts.ts", "../sync/push.ts", "../live.ts"],
  },
  {
    from: "web/district/report-screen.tsx",
    may: [
      "preact",
      "@preact/signals",
      "preact-iso",
      "../db/drafts.ts",
      "../live.ts",
      "./steps.tsx",
    ],
    mayNot: ["dexie", "comlink", "../province/board-screen.tsx", "../main.tsx", "../app.tsx"],
  },
  {
    from: "web/service-worker/service-worker.ts",
    may: [
      "workbox-precaching",
      "../sync/push.ts",
      "../db/schema.ts",
      "../photos/draws-off-page.ts",
      "../../shared/result.ts",
    ],
    mayNot: ["preact", "dexie", "../live.ts", "../i18n/th.ts", "../photos/compress.ts"],
  },
  {
    from: "sync-server/app.ts",
    may: ["hono", "node:path", "./routes/push.ts", "../shared/push.ts"],
    mayNot: ["preact", "dexie", "workbox-window", "../web/sync/push.ts", "./app.test.ts"],
  },
  {
    from: "sync-server/store/reports.ts",
    may: ["kysely", "better-sqlite3", "node:fs/promises", "./schema.ts", "../../shared/report.ts"],
    mayNot: ["hono", "../app.ts", "../config.ts", "../routes/push.ts", "../sync/reconcile.ts"],
  },
  {
    from: "sync-server/store/migrations/001-initial.ts",
    may: ["kysely", "../schema.ts", "../../../shared/role.ts"],
    mayNot: ["hono", "../../app.ts"],
  },
  {
    from: "sync-server/routes/push.ts",
    may: [
      "hono",
      "hono/body-limit",
      "hono-openapi",
      "../sync/apply-batch.ts",
      "../../shared/push.ts",
    ],
    mayNot: ["kysely", "better-sqlite3", "node:fs", "../store/reports.ts", "../config.ts"],
  },
  {
    from: "sync-server/sync/reconcile.ts",
    may: ["../../shared/merge.ts", "./decision.ts"],
    mayNot: ["kysely", "node:crypto", "../store/reports.ts", "./apply-batch.ts"],
  },
  {
    from: "sync-server/sync/apply-batch.ts",
    may: ["./reconcile.ts", "../store/reports.ts", "../../shared/push.ts"],
    mayNot: ["kysely", "hono", "../routes/push.ts"],
  },
  {
    from: "web/sync/sync.fuzz.test.ts",
    may: ["vitest", "fast-check", "./push.ts", "../../sync-server/app.ts", "node:fs"],
    mayNot: ["zod", "./push.test.ts"],
  },
];

const Report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.literal("lint/style/noRestrictedImports"),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
});

const folder = mkdtempSync(join(tmpdir(), "import-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lints one file of imports per rule, all in one run, by the project's own configuration. */
function refusedImports(rules: Rule[]): Map<string, string[]> {
  const root = join(import.meta.dirname, "..");
  for (const name of ["biome.json", "import-rules.jsonc"]) {
    copyFileSync(join(root, name), join(folder, name));
  }
  writeFileSync(join(folder, ".gitignore"), "/dist\n");
  for (const rule of rules) {
    const path = join(folder, rule.from);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      specifiers(rule)
        .map((specifier) => `import "${specifier}";\n`)
        .join(""),
    );
  }
  const lint = [
    "lint",
    "--only=style/noRestrictedImports",
    "--reporter=json",
    "--max-diagnostics=none",
  ];
  const run = spawnSync(join(root, "node_modules/.bin/biome"), lint, {
    cwd: folder,
    encoding: "utf8",
  });
  const refused = new Map<string, string[]>();
  for (const { location } of Report.parse(JSON.parse(run.stdout)).diagnostics) {
    const rule = rules.find(({ from }) => location.path.endsWith(from));
    const specifier = rule && specifiers(rule)[location.start.line - 1];
    if (rule && specifier) refused.set(rule.from, [...(refused.get(rule.from) ?? []), specifier]);
  }
  return refused;
}

function specifiers(rule: Rule): string[] {
  return [...rule.may, ...rule.mayNot];
}

describe("who may import whom", () => {
  const refused = refusedImports(RULES);

  test.each(RULES)("$from is refused what it may not import, and no more", (rule) => {
    expect((refused.get(rule.from) ?? []).toSorted()).toEqual(rule.mayNot.toSorted());
  });
});
