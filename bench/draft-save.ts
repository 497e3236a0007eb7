import { join } from "node:path";
import * as z from "zod/mini";
import { callBench, withPageOnDisk } from "./ground/bench-browser.ts";
import { type Goal, median } from "./ground/goal.ts";

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
  return withPageOnDisk(join(import.meta.dirname, "draft-save/page"), port, async (page) => {
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
  });
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
