import type { Session } from "../../shared/person.ts";
import type { Instant } from "../../shared/scalars.ts";
import type { PersonRow, SettingsRow } from "./rows.ts";
import type { AppDb } from "./schema.ts";

/** What may be changed; the device id is chosen once, and given anew only by the server. */
export type SettingsChange = Partial<Omit<SettingsRow, "id" | "deviceId">>;

/** The tablet's settings; made at the first call, with a device id of their own. */
export async function readSettings(db: AppDb): Promise<SettingsRow> {
  const settings = await db.settings.get("tablet");
  return settings ?? makeSettings(db);
}

export async function changeSettings(db: AppDb, change: SettingsChange): Promise<SettingsRow> {
  return db.transaction("rw", db.settings, async () => {
    const changed = { ...(await readSettings(db)), ...change };
    await db.settings.put(changed);
    return changed;
  });
}

/** Someone signed in on this tablet; whoever did so before stays known (O9). */
export async function enterPerson(db: AppDb, session: Session, now: Instant): Promise<PersonRow> {
  const { person, expiresAt, demo, deviceId, rescue } = session;
  const row = { ...person, expiresAt, demo, lastHereAt: now };
  await db.transaction("rw", db.people, db.settings, async () => {
    await db.people.put(row);
    const change = { personId: person.id, sessionOf: person.id, rescue };
    const settings = await changeSettings(db, change);
    if (deviceId !== null) await db.settings.put({ ...settings, deviceId });
  });
  return row;
}

/** Someone known here is back at the tablet, without the server: reads still need their session. */
export async function returnPerson(db: AppDb, personId: string, now: Instant): Promise<void> {
  await db.transaction("rw", db.people, db.settings, async () => {
    await db.people.update(personId, { lastHereAt: now });
    await changeSettings(db, { personId });
  });
}

/** Nobody is at the tablet. Nothing anyone entered is touched (O9). */
export async function leavePerson(db: AppDb): Promise<void> {
  await changeSettings(db, { personId: null });
}

/** Who is at the tablet, as they last signed in; the network is not asked. */
export async function currentPerson(db: AppDb): Promise<PersonRow | undefined> {
  const settings = await db.settings.get("tablet");
  return settings?.personId ? db.people.get(settings.personId) : undefined;
}

async function makeSettings(db: AppDb): Promise<SettingsRow> {
  return db.transaction("rw", db.settings, async () => {
    const made: SettingsRow = {
      id: "tablet",
      deviceId: crypto.randomUUID(),
      personId: null,
      sessionOf: null,
      theme: "system",
      language: "th",
      fiscalYear: null,
      persisted: null,
      lastSyncAt: null,
      clockAheadMs: null,
      uploadSpeed: null,
      epoch: null,
      headSeq: 0,
      backedUpSeq: 0,
      rescue: null,
    };
    const already = await db.settings.get("tablet");
    if (already) return already;
    await db.settings.add(made);
    return made;
  });
}
