import { ok, type Result } from "../../shared/result.ts";
import { freeStorage } from "./purge.ts";
import type { AppDb } from "./schema.ts";
import { durably } from "./storage-error.ts";
import { giveUpReserve } from "./text-reserve.ts";

/**
 * Runs a piece of storage work; where the storage is full, lets go of what the server has (O10) and
 * runs it once more. Never goes on for ever: a storage that stays full is said.
 */
export async function withRoom<R extends Result<unknown, { kind: string }>>(
  db: AppDb,
  work: () => Promise<R>,
): Promise<R> {
  const first = await work();
  if (first.ok || first.error.kind !== "storage-full") return first;
  const freed = await durably(db, async () => ok(await freeStorage(db)));
  return freed.ok ? work() : first;
}

/** The same for what was typed, which may have the last room there is: files may not. */
export async function withRoomForText<R extends Result<unknown, { kind: string }>>(
  db: AppDb,
  work: () => Promise<R>,
): Promise<R> {
  const done = await withRoom(db, work);
  if (done.ok || done.error.kind !== "storage-full") return done;
  return (await giveUpReserve(db)) ? work() : done;
}
