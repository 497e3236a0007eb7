import { ok } from "../../shared/result.ts";
import type { AppDb } from "./schema.ts";
import { durably } from "./storage-error.ts";

/** A draft takes some KB: this is the text of a season. */
const RESERVE_BYTES = 4 * 1024 * 1024;
/** The most `getRandomValues` gives at once. */
const RANDOM_BYTES = 65_536;

/**
 * Takes up room while there is some, so that what is typed can still be saved when the storage is
 * full: browsers no longer say how much is left. Safe to repeat; does nothing where it is full.
 */
export async function keepReserve(db: AppDb): Promise<void> {
  await durably(db, async () => {
    if ((await db.reserve.count()) > 0) return ok(undefined);
    // Random, for what can be compressed takes up nothing.
    const bytes = new Uint8Array(RESERVE_BYTES);
    for (let at = 0; at < RESERVE_BYTES; at += RANDOM_BYTES) {
      crypto.getRandomValues(bytes.subarray(at, at + RANDOM_BYTES));
    }
    await db.reserve.put({ id: "text", bytes: bytes.buffer });
    return ok(undefined);
  });
}

/** Gives the room up. @returns whether there was any */
export async function giveUpReserve(db: AppDb): Promise<boolean> {
  const had = await durably(db, async () => {
    const count = await db.reserve.count();
    await db.reserve.clear();
    return ok(count > 0);
  });
  return had.ok && had.value;
}
