import type { Instant, Sha256 } from "../../shared/scalars.ts";
import { dropMirror } from "./apply-delta.ts";
import { attachmentsOf } from "./content.ts";
import { hasFile } from "./has-file.ts";
import { filedTables } from "./let-go-of-files.ts";
import { readWork } from "./read-work.ts";
import type { SettingsRow, SettledRow, UploadRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";
import { currentPerson, readSettings } from "./settings.ts";

/** While there is room: a server may have to go back to an older backup than its newest. */
const KEEP_SETTLED_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Lets go of settled mutations that are in a backup of the server, text and files, for some time
 * [O10]. A file that nothing names stays unless the server has it: it may be the only one, and what
 * named it may have gone bad (O15). Safe at any time.
 */
export async function purge(db: AppDb, now: Instant): Promise<void> {
  const settledBefore = new Date(Date.parse(now) - KEEP_SETTLED_DAYS * DAY_MS).toISOString();
  await letGo(db, { settledBefore, byMirror: true });
}

/**
 * Makes room when the storage is full: first the files that the server has and has backed up, then
 * the mirrors of units nobody here is looking at. Drafts and outbox never (O10).
 */
export async function freeStorage(db: AppDb): Promise<void> {
  // Without settings nothing was ever stored: nothing to let go of, and no room to make them.
  if (!(await db.settings.get("tablet"))) return;
  await letGo(db, { byMirror: false });
  const keep = (await currentPerson(db))?.orgUnitCode;
  for (const { unit } of await db.cursors.toArray()) {
    if (unit !== keep) await dropMirror(db, unit);
  }
}

async function letGo(
  db: AppDb,
  { settledBefore, byMirror }: { settledBefore?: Instant; byMirror: boolean },
): Promise<void> {
  await db.transaction("rw", filedTables(db), async () => {
    const server = await readSettings(db);
    const held = new Set((await unsafeUploads(db, server)).map(keyOf));
    const settled = await db.settled.where("needsCare").equals(0).toArray();
    const safe = settled.filter(
      (row) =>
        isBackedUp(row, server) &&
        !attachmentsOf(row.mutation).some((file) => held.has(keyOf({ ...row, ...file }))) &&
        (settledBefore === undefined || row.settledAt < settledBefore),
    );
    for (const row of safe) await noteFiles(db, row);
    await db.settled.bulkDelete(safe.map((row) => row.mutationId));
    await deleteFilesBut(db, await filesNamed(db, server, { byMirror }));
  });
}

/**
 * Of files that others brought before this tablet could, no upload tells that the server has them:
 * the row that goes is the last to know.
 */
async function noteFiles(db: AppDb, row: SettledRow): Promise<void> {
  const { submissionId, authorId, epoch, seq, settledAt } = row;
  for (const { sha256, name, mediaType, sizeBytes } of attachmentsOf(row.mutation)) {
    if (await db.uploads.get([submissionId, sha256])) continue;
    if (!(await hasFile(db, sha256))) continue;
    await db.uploads.add({
      ...{ submissionId, sha256, authorId, name, mediaType, sizeBytes, epoch, seq },
      ...{ state: "done", offset: sizeBytes, queuedAt: settledAt },
    });
  }
}

/** Files that are not both with the server and in a backup of it; what it refused, it has no use for. */
async function unsafeUploads(db: AppDb, { epoch, backedUpSeq }: SettingsRow): Promise<UploadRow[]> {
  const uploads = await db.uploads.where("state").notEqual("refused").toArray();
  return uploads.filter(
    (row) =>
      row.state !== "done" || row.epoch !== epoch || row.seq === undefined || row.seq > backedUpSeq,
  );
}

function keyOf({ submissionId, sha256 }: { submissionId: string; sha256: Sha256 }): string {
  return `${submissionId}/${sha256}`;
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
async function filesNamed(
  db: AppDb,
  server: SettingsRow,
  { byMirror }: { byMirror: boolean },
): Promise<Set<Sha256>> {
  const named = new Set<Sha256>();
  for (const { attachments } of (await readWork(db)).work) addAll(named, attachments);
  for (const row of await db.settled.toArray()) addAll(named, attachmentsOf(row.mutation));
  for (const { sha256 } of await unsafeUploads(db, server)) named.add(sha256);
  // A person may have it sent again.
  for (const { sha256 } of await db.uploads.where("state").equals("refused").toArray()) {
    named.add(sha256);
  }
  for (const { attachments, missingFiles } of await db.submissions.toArray()) {
    if (byMirror) addAll(named, attachments);
    for (const sha256 of missingFiles) named.add(sha256);
  }
  return named;
}

function addAll(named: Set<Sha256>, attachments: { sha256: Sha256 }[]): void {
  for (const { sha256 } of attachments) named.add(sha256);
}

/** Of the files that need not be kept, those that the server is known to have. */
async function deleteFilesBut(db: AppDb, kept: Set<Sha256>): Promise<void> {
  const sent = await db.uploads.where("state").equals("done").toArray();
  const confirmed = new Set(sent.map(({ sha256 }) => sha256));
  const present = await db.files.toCollection().primaryKeys();
  await db.files.bulkDelete(present.filter((sha256) => confirmed.has(sha256) && !kept.has(sha256)));
}
