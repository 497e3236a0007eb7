import type { Db } from "./open.ts";

/** Every tablet with everyone who signed in on it, the last one first. */
export function readTablets(db: Db) {
  return db
    .selectFrom("devices")
    .innerJoin("device_people", "device_people.device_id", "devices.id")
    .innerJoin("people", "people.id", "device_people.person_id")
    .innerJoin("org_units", "org_units.code", "people.org_unit_code")
    .leftJoin(
      (eb) =>
        eb
          .selectFrom("device_credentials")
          .select(({ fn }) => ["device_id", fn.max("rotated_at").as("seen_at")])
          .groupBy("device_id")
          .as("seen"),
      (join) => join.onRef("seen.device_id", "=", "devices.id"),
    )
    .select([
      "devices.id",
      "devices.first_seen_at",
      "devices.revoked_at",
      "devices.copied_at",
      "seen.seen_at",
      "people.display_name",
      "people.org_unit_code",
      "org_units.name as office_name",
      "device_people.signed_in_at",
    ])
    .orderBy("device_people.signed_in_at", "desc")
    .execute();
}
