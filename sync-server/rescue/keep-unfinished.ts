import { hash } from "node:crypto";
import { canonicalJson } from "../../shared/canonical-json.ts";
import {
  RescuedDraft,
  RescuedPastedText,
  type RescueManifest,
} from "../../shared/rescue-manifest.ts";
import { announceFiles } from "../store/batch-writes.ts";
import { readPeopleOfDevices } from "../store/devices.ts";
import type { Store } from "../store/open.ts";
import { keepRescuedDrafts, type RescuedDraftRow } from "../store/rescue.ts";
import { announcedFiles } from "../sync/announced-files.ts";
import type { Depositor } from "../sync/depositor.ts";

/**
 * Keeps rescued drafts and pasted tables for their authors: unfinished, they cannot be pushed. The
 * files of drafts that came from a tablet of their author's may follow. Safe to repeat.
 *
 * @returns how many of each could be read, and are kept
 */
export async function keepUnfinished(
  { store, now }: { store: Store; now(): Date },
  manifest: Pick<RescueManifest, "drafts" | "pastedTexts">,
  { personId, deviceId }: Depositor,
): Promise<{ drafts: number; pastedTexts: number }> {
  const drafts = manifest.drafts.flatMap((raw) => RescuedDraft.safeParse(raw).data ?? []);
  const pastedTexts = manifest.pastedTexts.flatMap(
    (raw) => RescuedPastedText.safeParse(raw).data ?? [],
  );
  const kept = { drafts: drafts.length, pastedTexts: pastedTexts.length };
  if (kept.drafts + kept.pastedTexts === 0) return kept;
  const rescued_at = now().toISOString();
  await store.writer.transaction().execute(async (tx) => {
    const people = await readPeopleOfDevices(tx, deviceId === null ? [] : [deviceId]);
    const speakers = deviceId === null ? undefined : people.get(deviceId);
    const isVouched = ({ authorId }: Unfinished) =>
      authorId === personId || (speakers?.has(authorId) ?? false);
    await keepRescuedDrafts(
      tx,
      [...drafts, ...pastedTexts].map((work) =>
        rowOf(work, { vouched: isVouched(work) ? 1 : 0, rescued_at }),
      ),
    );
    await announceFiles(tx, drafts.filter(isVouched).flatMap(announcedFiles));
  });
  return kept;
}

type Unfinished = RescuedDraft | RescuedPastedText;

function rowOf(
  work: Unfinished,
  row: Pick<RescuedDraftRow, "vouched" | "rescued_at">,
): RescuedDraftRow {
  const text = canonicalJson(work);
  return { id: hash("sha256", text, "hex"), author_id: work.authorId, draft: text, ...row };
}
