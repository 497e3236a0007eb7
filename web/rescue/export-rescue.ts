import { version } from "../../package.json";
import { MAX_FILE_BYTES } from "../../shared/attachment.ts";
import { MAX_RESCUE_BYTES, writeRecordHeader } from "../../shared/rescue-file.ts";
import type { RescueManifest } from "../../shared/rescue-manifest.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import { sha256Of } from "../db/sha256.ts";
import { chooseWork, WORK_STORES } from "./choose-work.ts";
import { readFileBytes, readRows } from "./read-rows.ts";
import { createSealer } from "./seal.ts";

/** Room for the manifest and the seals, beside the files. */
const FILES_BUDGET_BYTES = MAX_RESCUE_BYTES * 0.9;

export type RescueFile = {
  blob: Blob;
  name: string;
  mutations: number;
  drafts: number;
  pastedTexts: number;
  files: number;
  /** Rows and files that are damaged, or did not fit: they are on this tablet only. */
  leftOut: number;
};

export type ExportError =
  | { kind: "nothing-unsent" }
  /** The tablet never signed in to a server, so there is no key to seal with. */
  | { kind: "no-key" };

/**
 * All unsent work of this tablet as one sealed file (O12, O13). Needs no network, changes nothing
 * in the database, and works on a database of any version.
 *
 * @param database from the app or opened by itself; its transactions are read-only
 */
export async function exportRescue(
  database: IDBDatabase,
  now: Instant,
): Promise<Result<RescueFile, ExportError>> {
  const { rows, lost } = await readRows(database, WORK_STORES);
  const work = chooseWork(rows);
  if (!work) return err({ kind: "no-key" });
  const { tablet, manifest } = work;
  if (!tablet.rescue) return err({ kind: "no-key" });
  const { mutations, drafts, pastedTexts, unread } = manifest;
  if ([mutations, drafts, pastedTexts, unread, work.files].every(({ length }) => length === 0)) {
    return err({ kind: "nothing-unsent" });
  }

  const { devicePass, ...key } = tablet.rescue;
  const sealer = await createSealer(key);
  const files: RescueManifest["files"] = [];
  let leftOut = lost;
  let room = FILES_BUDGET_BYTES;
  for (const { sha256, submissionIds } of work.files) {
    const bytes = await readFileBytes(database, sha256);
    // Another tablet's file, which that tablet sends.
    if (!bytes) continue;
    const sizeBytes = bytes.length;
    const fits = sizeBytes <= Math.min(room, MAX_FILE_BYTES);
    if (!fits || (await sha256Of(bytes.buffer)) !== sha256) {
      leftOut += 1;
      continue;
    }
    room -= sizeBytes;
    await sealer.write(writeRecordHeader("file", sizeBytes));
    await sealer.write(bytes);
    files.push({ sha256, sizeBytes, submissionIds });
  }

  const whole: RescueManifest = {
    ...manifest,
    deviceId: tablet.deviceId,
    devicePass,
    madeAt: now,
    appVersion: version,
    databaseVersion: database.version,
    epoch: tablet.epoch,
    files,
  };
  const text = new TextEncoder().encode(JSON.stringify(whole));
  await sealer.write(writeRecordHeader("manifest", text.length));
  await sealer.write(text);
  return ok({
    blob: await sealer.finish(),
    name: fileName(now),
    mutations: mutations.length,
    drafts: drafts.length,
    pastedTexts: pastedTexts.length,
    files: files.length,
    leftOut,
  });
}

/** When it was made and nothing else: the name of a file is for everyone to read. */
function fileName(now: Instant): string {
  return `bpm-rescue-${now.slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-")}.bpmrescue.txt`;
}
