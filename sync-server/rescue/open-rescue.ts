import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RescueReply } from "../../shared/rescue-manifest.ts";
import { AppError, busy } from "../app-error.ts";
import { type ImportDeps, importRescue } from "./import-rescue.ts";
import type { RescueKeys } from "./rescue-keys.ts";
import { unpack } from "./unpack.ts";
import { unseal } from "./unseal.ts";

const OWNER_ONLY = 0o700;
/** Imports of one person an hour: each may be a gigabyte of unpacking. */
const PER_HOUR = 20;
const HOUR_S = 60 * 60;
/** Imports under way together: one that comes in slowly must not keep the others out. */
const MAX_AT_ONCE = 4;

export type Rescue = {
  /**
   * Imports a rescue file as it streams in; all of it is verified before anything is applied (O14).
   *
   * @throws AppError 400 rescue-foreign or rescue-damaged, 429, 503 while others are imported
   */
  receive(sealed: AsyncIterable<Uint8Array>, importerId: string): Promise<RescueReply>;
};

export function openRescue(deps: ImportDeps & { keys: RescueKeys; folder: string }): Rescue {
  const { keys, folder } = deps;
  const imports = new RateLimiterMemory({ points: PER_HOUR, duration: HOUR_S });
  let underWay = 0;
  /** What imports left behind that a crash ended is gone before the first one now begins. */
  let emptied: Promise<void> | undefined;

  async function unpackAndImport(sealed: AsyncIterable<Uint8Array>, importerId: string) {
    emptied ??= rm(folder, { recursive: true, force: true });
    await emptied;
    const own = path.join(folder, randomUUID());
    await mkdir(own, { recursive: true, mode: OWNER_ONLY });
    try {
      const { key, contents } = await unseal(sealed, keys.find);
      const unpacked = await unpack(contents, own);
      return await importRescue(deps, { ...unpacked, key, importerId });
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }

  return {
    receive: async (sealed, importerId) => {
      if (underWay >= MAX_AT_ONCE) throw busy("Other rescue files are being imported");
      underWay += 1;
      try {
        await imports.consume(importerId).catch(tooMany);
        return await unpackAndImport(sealed, importerId);
      } finally {
        underWay -= 1;
      }
    },
  };
}

function tooMany(refusal: unknown): never {
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  const retryAfterS = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  throw new AppError(429, "too-many-requests", "Too many rescue files", { retryAfterS });
}
