import { anyOf } from "./json-list.ts";
import type { Db } from "./open.ts";

/** Notes that a person signed in on a tablet; safe to repeat. */
export async function noteSignIn(
  tx: Db,
  { deviceId, personId, at }: { deviceId: string; personId: string; at: string },
): Promise<void> {
  await tx
    .insertInto("devices")
    .values({ id: deviceId, first_seen_at: at, revoked_at: null })
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

/** A lost tablet: what it still brings is held for a person to look at. */
export async function revokeDevice(tx: Db, deviceId: string, at: string): Promise<void> {
  await tx.updateTable("devices").set({ revoked_at: at }).where("id", "=", deviceId).execute();
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
