import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import * as z from "zod/mini";
import { CHROMIUM_ARGS, requireChromium } from "../scripts/find-chromium.ts";
import { callBench, openPage } from "./ground/bench-browser.ts";
import { buildPage } from "./ground/build-page.ts";
import { type Goal, median } from "./ground/goal.ts";
import { serveFolders } from "./ground/serve-folders.ts";

const WARM_UP = 30;
const SAVES = 300;

const Save = z.object({ ours: z.number(), put: z.number(), getAndPut: z.number() });

export type DraftSaveResults = {
  saves: number;
  /** Medians, in ms until the save is durable. */
  medianMs: z.infer<typeof Save>;
};

/** Goal 5, its first half: the form's save against IndexedDB itself, both durable on disk. */
export async function measureDraftSave(port: number): Promise<DraftSaveResults> {
  const folder = mkdtempSync(join(tmpdir(), "bpm-bench-draft-"));
  await buildPage(join(import.meta.dirname, "draft-save/page"), folder);
  const server = await serveFolders([folder], port);
  // A profile on disk: private windows, Playwright's usual ones, keep their databases in memory.
  const browser = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: requireChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    const page = await browser.newPage();
    await openPage(page, `http://localhost:${port}/index.html`);
    const saves: z.infer<typeof Save>[] = [];
    for (let at = 0; at < WARM_UP + SAVES; at++) {
      const save = Save.parse(await callBench(page, "saveOnce"));
      if (at >= WARM_UP) saves.push(save);
    }
    const medianOf = (name: keyof z.infer<typeof Save>) => median(saves.map((save) => save[name]));
    return {
      saves: saves.length,
      medianMs: { ours: medianOf("ours"), put: medianOf("put"), getAndPut: medianOf("getAndPut") },
    };
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

export function draftSaveGoals({ medianMs }: DraftSaveResults): Goal[] {
  return [
    {
      name: "draft save, × raw IndexedDB, same reads and writes",
      value: medianMs.ours / medianMs.getAndPut,
      limit: 1.35,
    },
  ];
}
