import type { Db } from "./open.ts";
import { type KnownPerson, knownPerson, withOffice } from "./people.ts";
import type { CredentialRow } from "./schema.ts";

export async function addCredential(tx: Db, credential: CredentialRow): Promise<void> {
  await tx.insertInto("credentials").values(credential).execute();
}

export async function removeCredential(tx: Db, tokenHash: string): Promise<void> {
  await tx.deleteFrom("credentials").where("token_hash", "=", tokenHash).execute();
}

export async function removeExpiredCredentials(tx: Db, now: string): Promise<void> {
  await tx.deleteFrom("credentials").where("expires_at", "<=", now).execute();
}

export async function renewCredential(
  tx: Db,
  tokenHash: string,
  times: { renewed_at: string; expires_at: string },
): Promise<void> {
  await tx.updateTable("credentials").set(times).where("token_hash", "=", tokenHash).execute();
}

export type KnownSession = KnownPerson & { renewedAt: string; expiresAt: string };

/** The person of a session that has not expired, suspended or not. */
export async function findSession(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: string },
): Promise<KnownSession | undefined> {
  const row = await withOffice(db)
    .innerJoin("credentials", "credentials.person_id", "people.id")
    .select(["credentials.renewed_at", "credentials.expires_at"])
    .where("credentials.token_hash", "=", tokenHash)
    .where("credentials.expires_at", ">", now)
    .executeTakeFirst();
  return row && { ...knownPerson(row), renewedAt: row.renewed_at, expiresAt: row.expires_at };
}

/** The tablet of a device credential that has not expired; a revoked one may still deposit. */
export async function findDeviceCredential(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: string },
): Promise<{ deviceId: string; renewedAt: string } | undefined> {
  const row = await db
    .selectFrom("credentials")
    .select(["device_id", "renewed_at"])
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.device_id ? { deviceId: row.device_id, renewedAt: row.renewed_at } : undefined;
}
