import { lookUp } from "./each-row.ts";
import type { Db } from "./open.ts";
import type { DeviceCredentialRow } from "./schema.ts";

/** Adds a credential whose secret is new. */
export async function addDeviceCredential(tx: Db, credential: DeviceCredentialRow): Promise<void> {
  await tx.insertInto("device_credentials").values(credential).execute();
}

/** But for those of copies: what they were made from could make them anew, with all they had lost. */
export async function removeExpiredDeviceCredentials(tx: Db, now: string): Promise<void> {
  await tx
    .deleteFrom("device_credentials")
    .where("expires_at", "<=", now)
    .where("device_id", "in", (from) =>
      from.selectFrom("devices").select("id").where("copied_from", "is", null),
    )
    .execute();
}

/** Whether there is a credential with this secret, expired or not. */
export async function isDeviceCredential(db: Db, secretHash: string): Promise<boolean> {
  const row = await db
    .selectFrom("device_credentials")
    .select("generation")
    .where("secret_hash", "=", secretHash)
    .executeTakeFirst();
  return row !== undefined;
}

export type KnownDeviceCredential = {
  deviceId: string;
  generation: number;
  rotatedAt: string;
  revoked: boolean;
};

/** The tablet of a credential that has not expired; a revoked one may still deposit. */
export async function findDeviceCredential(
  db: Db,
  { secretHash, now }: { secretHash: string; now: string },
): Promise<KnownDeviceCredential | undefined> {
  const [row] = await readCredential(db, [secretHash]);
  if (!row || row.expires_at <= now) return undefined;
  return {
    deviceId: row.device_id,
    generation: row.generation,
    rotatedAt: row.rotated_at,
    revoked: row.revoked_at !== null,
  };
}

const readCredential = lookUp((db, key) =>
  db
    .selectFrom("device_credentials")
    .innerJoin("devices", "devices.id", "device_credentials.device_id")
    .select(["device_id", "generation", "rotated_at", "expires_at", "revoked_at"])
    .where("secret_hash", "=", key),
);

/** The tablet has come with a newer generation; an older one that is still under way changes nothing. */
export async function advanceDeviceCredential(
  tx: Db,
  secretHash: string,
  { generation, ...times }: { generation: number; rotated_at: string; expires_at: string },
): Promise<void> {
  await tx
    .updateTable("device_credentials")
    .set({ generation, ...times })
    .where("secret_hash", "=", secretHash)
    .where("generation", "<", generation)
    .execute();
}
