import type { Db } from "./open.ts";
import { type KnownPerson, knownPerson, withOffice } from "./people.ts";
import type { SessionRow } from "./schema.ts";

export async function addSession(tx: Db, session: SessionRow): Promise<void> {
  await tx.insertInto("sessions").values(session).execute();
}

export async function removeSession(tx: Db, tokenHash: string): Promise<void> {
  await tx.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
}

export async function removeExpiredSessions(tx: Db, now: string): Promise<void> {
  await tx.deleteFrom("sessions").where("expires_at", "<=", now).execute();
}

export async function renewSession(
  tx: Db,
  tokenHash: string,
  times: { renewed_at: string; expires_at: string },
): Promise<void> {
  await tx.updateTable("sessions").set(times).where("token_hash", "=", tokenHash).execute();
}

export type KnownSession = KnownPerson & {
  renewedAt: string;
  expiresAt: string;
  /** Whether the tablet it was given on may not read any more. */
  deviceRevoked: boolean;
};

/** The person of a session that has not expired, suspended or not. */
export async function findSession(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: string },
): Promise<KnownSession | undefined> {
  const row = await withOffice(db)
    .innerJoin("sessions", "sessions.person_id", "people.id")
    .innerJoin("devices", "devices.id", "sessions.device_id")
    .select(["sessions.renewed_at", "sessions.expires_at", "devices.revoked_at"])
    .where("sessions.token_hash", "=", tokenHash)
    .where("sessions.expires_at", ">", now)
    .executeTakeFirst();
  return (
    row && {
      ...knownPerson(row),
      renewedAt: row.renewed_at,
      expiresAt: row.expires_at,
      deviceRevoked: row.revoked_at !== null,
    }
  );
}
