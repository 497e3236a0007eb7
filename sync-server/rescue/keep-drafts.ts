import { hash } from "node:crypto";
import { canonicalJson } from "../../shared/canonical-json.ts";
import { RescuedDraft } from "../../shared/rescue-manifest.ts";
import { announceFiles } from "../store/batch-writes.ts";
import { readPeopleOfDevices } from "../store/devices.ts";
import type { Store } from "../store/open.ts";
import { keepRescuedDrafts, type RescuedDraftRow } from "../store/rescue.ts";
import { announcedFiles } from "../sync/announced-files.ts";
import type { Depositor } from "../sync/depositor.ts";

/**
 * Keeps rescued drafts for their authors: unfinished, they cannot be pushed. The files of those
 * that came from a tablet of their author's may follow. Safe to repeat.
 *
 * @returns how many could be read, and are kept
 */
export async function keepDrafts(
  { store, now }: { store: Store; now(): Date },
  raw: readonly unknown[],
  { personId, deviceId }: Depositor,
): Promise<number> {
  const drafts = raw.flatMap((one) => RescuedDraft.safeParse(one).data ?? []);
  if (drafts.length === 0) return 0;
  const rescued_at = now().toISOString();
  await store.writer.transaction().execute(async (tx) => {
    const people = await readPeopleOfDevices(tx, deviceId === null ? [] : [deviceId]);
    const speakers = deviceId === null ? undefined : people.get(deviceId);
    const isVouched = ({ authorId }: RescuedDraft) =>
      authorId === personId || (speakers?.has(authorId) ?? false);
    await keepRescuedDrafts(
      tx,
      drafts.map((draft) => rowOf(draft, { vouched: isVouched(draft) ? 1 : 0, rescued_at })),
    );
    await announceFiles(tx, drafts.filter(isVouched).flatMap(announcedFiles));
  });
  return drafts.length;
}

function rowOf(
  draft: RescuedDraft,
  row: Pick<RescuedDraftRow, "vouched" | "rescued_at">,
): RescuedDraftRow {
  const text = canonicalJson(draft);
  return { id: hash("sha256", text, "hex"), author_id: draft.authorId, draft: text, ...row };
}
