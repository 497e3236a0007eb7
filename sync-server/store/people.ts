import type { Person } from "../../shared/person.ts";
import { lookUp } from "./each-row.ts";
import type { Db } from "./open.ts";
import type { PersonRow } from "./schema.ts";

export async function addPeople(tx: Db, people: readonly PersonRow[]): Promise<void> {
  for (const person of people) await tx.insertInto("people").values(person).execute();
}

export async function hasPeople(db: Db): Promise<boolean> {
  return (await db.selectFrom("people").select("id").limit(1).executeTakeFirst()) !== undefined;
}

export type KnownPerson = { person: Person; passwordHash: string; suspended: boolean };

export async function findPersonByUsername(
  db: Db,
  usernameKey: string,
): Promise<KnownPerson | undefined> {
  const row = await withOffice(db).where("username_key", "=", usernameKey).executeTakeFirst();
  return row && knownPerson(row);
}

/** From now on nothing this person sends or asks is served; their rows stay. */
export async function suspendPerson(tx: Db, personId: string, at: string): Promise<void> {
  await tx
    .updateTable("people")
    .set({ suspended_at: at })
    .where("id", "=", personId)
    .where("suspended_at", "is", null)
    .execute();
}

/** What the rules of a push ask about the authors in it. */
export const readAuthors = lookUp((db, key) =>
  db
    .selectFrom("people")
    .select(["id", "role", "org_unit_code", "suspended_at"])
    .where("id", "=", key),
);

export function withOffice(db: Db) {
  return db
    .selectFrom("people")
    .innerJoin("org_units", "org_units.code", "people.org_unit_code")
    .selectAll("people")
    .select("org_units.name as org_unit_name");
}

export function knownPerson(row: PersonRow & { org_unit_name: string }): KnownPerson {
  return {
    person: {
      id: row.id,
      username: row.username,
      displayName: row.display_name,
      role: row.role,
      userType: row.user_type,
      positionTitle: row.position_title,
      orgUnitCode: row.org_unit_code,
      orgUnitName: row.org_unit_name,
      affiliation: row.affiliation,
      phone: row.phone,
      email: row.email,
      registeredOn: row.registered_on,
    },
    passwordHash: row.password_hash,
    suspended: row.suspended_at !== null,
  };
}
