import { MAX_BATCH_MUTATIONS, Mutation, type PushReply, type Receipt } from "../../shared/push.ts";
import type { RescueManifest, RescueReply } from "../../shared/rescue-manifest.ts";
import { AppError } from "../app-error.ts";
import type { Publish } from "../files/publish.ts";
import { findArrivedFile } from "../store/files.ts";
import type { Store } from "../store/open.ts";
import type { Depositor } from "../sync/depositor.ts";
import { isSealed } from "../sync/seal.ts";
import { keepUnfinished } from "./keep-unfinished.ts";
import type { PrivateKey } from "./rescue-keys.ts";
import type { Unpacked } from "./unpack.ts";

export type ImportDeps = {
  store: Store;
  push(batch: { mutations: Mutation[]; depositor: Depositor }): Promise<PushReply>;
  publish: Publish;
  now(): Date;
};

/**
 * Brings what a verified rescue file holds to where a push and uploads would have brought it (O14).
 * Safe to repeat, and to go on with after it was cut off: what is there already stays as it is (R1).
 *
 * The depositor is the tablet the file came from, if its pass is good, and whoever imports it.
 */
export async function importRescue(
  deps: ImportDeps,
  rescued: Unpacked & { key: PrivateKey; importerId: string },
): Promise<RescueReply> {
  const { manifest, key, importerId } = rescued;
  const { deviceId, devicePass } = manifest;
  const isTablet = devicePass !== null && key.isPassOf(deviceId, devicePass);
  const depositor = { personId: importerId, deviceId: isTablet ? deviceId : null };

  const mutations = manifest.mutations.flatMap(readMutation);
  const outcomes = await pushAll(deps, mutations, depositor);
  const count = (...wanted: Receipt["outcome"][]) =>
    outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const { drafts, pastedTexts } = await keepUnfinished(deps, manifest, depositor);
  const files = await publishAll(deps, rescued);
  return {
    stored: count("accepted", "merged"),
    needCare: count("conflict", "held"),
    waiting: count("waiting"),
    drafts,
    pastedTexts,
    files,
    notTaken:
      manifest.mutations.length -
      mutations.length +
      (manifest.drafts.length - drafts) +
      (manifest.pastedTexts.length - pastedTexts) +
      (manifest.files.length - files) +
      manifest.unread.length,
  };
}

function readMutation(raw: unknown): Mutation[] {
  const parsed = Mutation.safeParse(raw);
  return parsed.success && isSealed(parsed.data) ? [parsed.data] : [];
}

async function pushAll(
  { push }: ImportDeps,
  mutations: Mutation[],
  depositor: Depositor,
): Promise<Receipt["outcome"][]> {
  const outcomes: Receipt["outcome"][] = [];
  for (let at = 0; at < mutations.length; at += MAX_BATCH_MUTATIONS) {
    const batch = mutations.slice(at, at + MAX_BATCH_MUTATIONS);
    const { receipts } = await push({ mutations: batch, depositor });
    outcomes.push(...receipts.map(({ outcome }) => outcome));
  }
  return outcomes;
}

/** @returns how many of the files are with everything they belong to */
async function publishAll(
  deps: ImportDeps,
  { manifest, pathOf }: { manifest: RescueManifest; pathOf(sha256: string): string },
): Promise<number> {
  let published = 0;
  for (const { sha256, sizeBytes, submissionIds } of manifest.files) {
    let isEverywhere = true;
    for (const submissionId of submissionIds) {
      const file = { submissionId, sha256, sizeBytes, path: pathOf(sha256) };
      if (!(await publishOne(deps, file))) isEverywhere = false;
    }
    if (isEverywhere) published += 1;
  }
  return published;
}

async function publishOne(
  { store, publish }: ImportDeps,
  file: Parameters<Publish>[0],
): Promise<boolean> {
  if (await findArrivedFile(store.reader, file)) return true;
  try {
    await publish(file);
    return true;
  } catch (error) {
    // F3: a file that is not what it should be harms neither its report nor the files after it.
    if (error instanceof AppError && error.status < 500) return false;
    throw error;
  }
}
