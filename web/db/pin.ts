import { bytesOfHex, hexOf } from "../../shared/hex.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { PinRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/** A tenth of a second at a desk, up to a second on an old tablet. */
const ITERATIONS = 600_000;
const HASH_BITS = 256;
/** Wrong ones that cost nothing: fingers slip. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60_000;

export type PinError =
  | { kind: "no-pin" }
  | { kind: "wrong-pin" }
  /** Too many wrong ones: this one was not even looked at. */
  | { kind: "wait"; ms: number };

/** Lets a person come back to this tablet without signal, from now on with this PIN. */
export async function setPin(
  db: AppDb,
  { personId, pin, now }: { personId: string; pin: string; now: Instant },
): Promise<void> {
  const salt = hexOf(crypto.getRandomValues(new Uint8Array(16)));
  const hash = await hashOf(pin, { salt, iterations: ITERATIONS });
  await db.pins.put({
    personId,
    salt,
    iterations: ITERATIONS,
    hash,
    failures: 0,
    failedAt: now,
  });
}

/**
 * Whether this is the person's PIN. Every try is counted as wrong, durably, before it is looked at,
 * so that ending the app in between wins no free guess; after a few each has to wait longer.
 */
export async function checkPin(
  db: AppDb,
  { personId, pin, now }: { personId: string; pin: string; now: Instant },
): Promise<Result<void, PinError>> {
  const counted = await db.transaction(
    "rw",
    db.pins,
    async (): Promise<Result<PinRow, PinError>> => {
      const row = await db.pins.get(personId);
      if (!row) return err({ kind: "no-pin" });
      const ms = waitMs(row, now);
      if (ms > 0) return err({ kind: "wait", ms });
      await db.pins.put({ ...row, failures: row.failures + 1, failedAt: now });
      return ok(row);
    },
  );
  if (!counted.ok) return counted;
  if ((await hashOf(pin, counted.value)) !== counted.value.hash) return err({ kind: "wrong-pin" });
  await db.pins.update(personId, { failures: 0 });
  return ok(undefined);
}

/** How long until a next try is looked at. A clock that was set back makes no wait longer. */
function waitMs({ failures, failedAt }: PinRow, now: Instant): number {
  if (failures < FREE_FAILURES) return 0;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES));
  return Math.min(wait, Math.max(0, Date.parse(failedAt) + wait - Date.parse(now)));
}

/** Never inside a Dexie transaction: it would end it. */
async function hashOf(
  pin: string,
  { salt, iterations }: { salt: string; iterations: number },
): Promise<string> {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, [
    "deriveBits",
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: bytesOfHex(salt), iterations },
    key,
    HASH_BITS,
  );
  return hexOf(new Uint8Array(bits));
}
