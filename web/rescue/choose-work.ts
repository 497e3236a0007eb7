import * as z from "zod/mini";
import { RescueKey } from "../../shared/person.ts";
import {
  RescuedDraft,
  RescuedMutation,
  RescuedPastedText,
  type RescueManifest,
} from "../../shared/rescue-manifest.ts";

// What of a tablet's rows goes into its rescue file. Reads rows of any version of the app, so it
// asks of each only what it needs and takes the rest along as it is.

/** The stores it is chosen from. */
export const WORK_STORES = [
  "drafts",
  "pastedTexts",
  "outbox",
  "settled",
  "uploads",
  "settings",
] as const;

const Files = z.array(z.looseObject({ sha256: z.string() }));
const Row = {
  outbox: z.object({ order: z.number(), mutation: RescuedMutation }),
  settled: z.object({
    order: z.number(),
    mutation: RescuedMutation,
    epoch: z.string(),
    seq: z.number(),
  }),
  upload: z.object({ submissionId: z.uuid(), sha256: z.string(), state: z.string() }),
  settings: z.object({
    id: z.literal("tablet"),
    deviceId: z.uuid(),
    epoch: z.nullable(z.string()),
    backedUpSeq: z.number(),
    rescue: z.nullable(RescueKey),
  }),
};

/** A file that belongs to the work, and to what. */
export type WantedFile = { sha256: string; submissionIds: string[] };

export type ChosenWork = {
  tablet: z.infer<typeof Row.settings>;
  manifest: Pick<RescueManifest, "mutations" | "drafts" | "pastedTexts" | "unread">;
  /** Those the server does not have yet come first. */
  files: WantedFile[];
};

/** @returns undefined where the tablet's own settings are missing: then nothing can be sealed */
export function chooseWork(rows: ReadonlyMap<string, unknown[]>): ChosenWork | undefined {
  const unread: unknown[] = [];
  const read = <T>(store: string, schema: z.ZodMiniType<T>): T[] =>
    (rows.get(store) ?? []).flatMap((row) => {
      const parsed = schema.safeParse(row);
      if (!parsed.success) unread.push(row);
      return parsed.success ? [parsed.data] : [];
    });
  const [tablet] = read("settings", Row.settings);
  if (!tablet) return undefined;

  const outbox = read("outbox", Row.outbox);
  // What may be missing in a backup of the server counts as unsent (O10).
  const settled = read("settled", Row.settled).filter(
    ({ epoch, seq }) => epoch !== tablet.epoch || seq >= tablet.backedUpSeq,
  );
  const queued = [...outbox, ...settled].sort((a, b) => a.order - b.order);
  const mutations = queued.map(({ mutation }) => mutation);
  const drafts = read("drafts", RescuedDraft);
  const pastedTexts = read("pastedTexts", RescuedPastedText);
  const uploads = read("uploads", Row.upload);
  return {
    tablet,
    manifest: { mutations, drafts, pastedTexts, unread },
    files: filesOf([...mutations, ...drafts], uploads),
  };
}

function filesOf(
  work: { submissionId: string; attachments: unknown }[],
  uploads: z.infer<typeof Row.upload>[],
): WantedFile[] {
  const sent = new Set(
    uploads
      .filter(({ state }) => state === "done")
      .map((row) => keyOf(row.submissionId, row.sha256)),
  );
  const named = [
    ...work.flatMap(({ submissionId, attachments }) =>
      (Files.safeParse(attachments).data ?? []).map(({ sha256 }) => ({ submissionId, sha256 })),
    ),
    ...uploads.filter(({ state }) => state !== "done"),
  ];
  const submissionsByFile = new Map<string, Set<string>>();
  for (const { submissionId, sha256 } of named) {
    const submissions = submissionsByFile.get(sha256) ?? new Set();
    submissionsByFile.set(sha256, submissions.add(submissionId));
  }
  const files = [...submissionsByFile].map(([sha256, submissions]) => ({
    sha256,
    submissionIds: [...submissions],
  }));
  const isSent = ({ sha256, submissionIds }: WantedFile) =>
    submissionIds.every((submissionId) => sent.has(keyOf(submissionId, sha256)));
  return [...files.filter((file) => !isSent(file)), ...files.filter(isSent)];
}

function keyOf(submissionId: string, sha256: string): string {
  return `${submissionId}/${sha256}`;
}
