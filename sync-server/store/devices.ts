import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";

const newDevice = { revoked_at: null, copied_at: null, copied_from: null };

/** Notes that a person signed in on a tablet; safe to repeat. */
export async function noteSignIn(
  tx: Db,
  { deviceId, personId, at }: { deviceId: string; personId: string; at: string },
): Promise<void> {
  await tx
    .insertInto("devices")
    .values({ ...newDevice, id: deviceId, first_seen_at: at })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await tx
    .insertInto("device_people")
    .values({ device_id: deviceId, person_id: personId, signed_in_at: at })
    .onConflict((conflict) =>
      conflict.columns(["device_id", "person_id"]).doUpdateSet({ signed_in_at: at }),
    )
    .execute();
}

/** A lost tablet: what it still brings is held for a person to look at, and it reads nothing. */
export async function revokeDevice(tx: Db, deviceId: string, at: string): Promise<void> {
  await tx
    .updateTable("devices")
    .set({ revoked_at: at })
    .where("id", "=", deviceId)
    .where("revoked_at", "is", null)
    .execute();
}

/** A tablet that was found again. What it brought meanwhile stays held. */
export async function admitDevice(tx: Db, deviceId: string): Promise<void> {
  await tx.updateTable("devices").set({ revoked_at: null }).where("id", "=", deviceId).execute();
}

export async function isRevoked(db: Db, deviceId: string): Promise<boolean> {
  const found = await db
    .selectFrom("devices")
    .select("revoked_at")
    .where("id", "=", deviceId)
    .executeTakeFirst();
  return (found?.revoked_at ?? null) !== null;
}

/**
 * A tablet turned out to be two: from now on the copy is one of its own, trusted with the same
 * people's work, and revoked if the first one is.
 */
export async function addCopy(
  tx: Db,
  { of, copy, at }: { of: string; copy: string; at: string },
): Promise<void> {
  const { revoked_at } = await tx
    .updateTable("devices")
    .set((eb) => ({ copied_at: eb.fn.coalesce("copied_at", eb.val(at)) }))
    .where("id", "=", of)
    .returning("revoked_at")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("devices")
    .values({ id: copy, first_seen_at: at, revoked_at, copied_at: at, copied_from: of })
    .execute();
  await tx
    .insertInto("device_people")
    .columns(["device_id", "person_id", "signed_in_at"])
    .expression((eb) =>
      eb
        .selectFrom("device_people")
        .select([eb.val(copy).as("device_id"), "person_id", "signed_in_at"])
        .where("device_id", "=", of),
    )
    .execute();
}

/** Whose work tablets may bring: everyone who signed in on each; nobody's once it is revoked. */
export async function readPeopleOfDevices(
  db: Db,
  deviceIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const people = new Map<string, Set<string>>();
  if (deviceIds.length === 0) return people;
  const rows = await db
    .selectFrom("device_people")
    .innerJoin("devices", "devices.id", "device_people.device_id")
    .select(["device_people.device_id", "device_people.person_id"])
    .where("device_people.device_id", "in", anyOf(deviceIds))
    .where("devices.revoked_at", "is", null)
    .execute();
  for (const { device_id, person_id } of rows) {
    const known = people.get(device_id);
    if (known) known.add(person_id);
    else people.set(device_id, new Set([person_id]));
  }
  return people;
}
