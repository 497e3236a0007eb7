import type { OrgUnitCode } from "../../shared/org-unit.ts";
import type { Sha256 } from "../../shared/scalars.ts";
import { dropMirror } from "./apply-delta.ts";
import { attachmentsOf } from "./content.ts";
import type { SettingsRow, SettledRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { readSettings } from "./settings.ts";

/**
 * Lets go of settled mutations that are in a backup of the server [O10], and of the files nothing
 * on this tablet names any more. Safe at any time.
 */
export async function purge(db: AppDb): Promise<void> {
  const tables = [db.settings, db.settled, db.outbox, db.drafts, db.files, db.uploads];
  await db.transaction("rw", [...tables, db.submissions], async () => {
    const server = await readSettings(db);
    const settled = await db.settled.where("needsCare").equals(0).toArray();
    const safe = settled.filter((row) => isBackedUp(row, server));
    await db.settled.bulkDelete(safe.map((row) => row.mutationId));
    await deleteFilesBut(db, await filesNamed(db, { byMirror: true }));
  });
}

/**
 * Makes room when the storage is full: first the files that the server has and has backed up, then
 * the mirrors of units nobody here is looking at. Drafts and outbox never (O10).
 */
export async function freeStorage(db: AppDb, keep: OrgUnitCode | undefined): Promise<void> {
  await purge(db);
  const tables = [db.settings, db.settled, db.outbox, db.drafts, db.files, db.uploads];
  await db.transaction("rw", [...tables, db.submissions], async () => {
    await deleteFilesBut(db, await filesNamed(db, { byMirror: false }));
  });
  for (const { unit } of await db.cursors.toArray()) {
    if (unit !== keep) await dropMirror(db, unit);
  }
}

/**
 * A conflict and a held mutation have no seq of their own: the head when they were answered may
 * belong to a backup taken just before, so only a later one is sure to have them.
 */
function isBackedUp(row: SettledRow, server: SettingsRow): boolean {
  if (row.epoch !== server.epoch) return false;
  const own = row.receipt.outcome === "accepted" || row.receipt.outcome === "merged";
  return own ? row.seq <= server.backedUpSeq : row.seq < server.backedUpSeq;
}

/** Hashes of the files this tablet must keep. */
async function filesNamed(db: AppDb, { byMirror }: { byMirror: boolean }): Promise<Set<Sha256>> {
  const named = new Set<Sha256>();
  for (const draft of await db.drafts.toArray()) addAll(named, draft.attachments);
  for (const row of await db.outbox.toArray()) addAll(named, attachmentsOf(row.mutation));
  for (const row of await db.settled.toArray()) addAll(named, attachmentsOf(row.mutation));
  for (const upload of await db.uploads.toArray()) {
    if (upload.state !== "done") named.add(upload.sha256);
  }
  const { backedUpSeq } = await readSettings(db);
  for (const { attachments, missingFiles, seq } of await db.submissions.toArray()) {
    // A file is in the backup that has the row which says that it arrived.
    if (byMirror || seq > backedUpSeq) addAll(named, attachments);
    for (const sha256 of missingFiles) named.add(sha256);
  }
  return named;
}

function addAll(named: Set<Sha256>, attachments: { sha256: Sha256 }[]): void {
  for (const { sha256 } of attachments) named.add(sha256);
}

async function deleteFilesBut(db: AppDb, kept: Set<Sha256>): Promise<void> {
  const present = await db.files.toCollection().primaryKeys();
  await db.files.bulkDelete(present.filter((sha256) => !kept.has(sha256)));
}
