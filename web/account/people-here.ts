import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";

/** Someone who has signed in on this tablet, and how much of theirs is on it alone. */
export type PersonHere = PersonRow & { waiting: number; drafts: number; hasPin: boolean };

/** Those who signed in here, the one who was here last first. */
export async function peopleHere(db: AppDb): Promise<PersonHere[]> {
  const [people, pins, outbox, uploads, drafts] = await Promise.all([
    db.people.toArray(),
    db.pins.toCollection().primaryKeys(),
    db.outbox.toArray(),
    db.uploads.where("state").anyOf("sending", "waiting").toArray(),
    db.drafts.toCollection().primaryKeys(),
  ]);
  const waiting = Map.groupBy([...outbox, ...uploads], ({ authorId }) => authorId);
  const begun = Map.groupBy(drafts, ([authorId]) => authorId);
  return people
    .map((person) => ({
      ...person,
      waiting: waiting.get(person.id)?.length ?? 0,
      drafts: begun.get(person.id)?.length ?? 0,
      hasPin: pins.includes(person.id),
    }))
    .sort((a, b) => b.lastHereAt.localeCompare(a.lastHereAt));
}
