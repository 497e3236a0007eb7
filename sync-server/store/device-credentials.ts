import type { Db } from "./open.ts";
import type { DeviceCredentialRow } from "./schema.ts";

/** Adds a credential; one with this secret that is there already stays as it is. */
export async function addDeviceCredential(tx: Db, credential: DeviceCredentialRow): Promise<void> {
  await tx
    .insertInto("device_credentials")
    .values(credential)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeExpiredDeviceCredentials(tx: Db, now: string): Promise<void> {
  await tx.deleteFrom("device_credentials").where("expires_at", "<=", now).execute();
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
  const row = await db
    .selectFrom("device_credentials")
    .innerJoin("devices", "devices.id", "device_credentials.device_id")
    .select(["device_id", "generation", "rotated_at", "revoked_at"])
    .where("secret_hash", "=", secretHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return (
    row && {
      deviceId: row.device_id,
      generation: row.generation,
      rotatedAt: row.rotated_at,
      revoked: row.revoked_at !== null,
    }
  );
}

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
