import type { PersonRow } from "../db/rows.ts";
import type { AppDb } from "../db/schema.ts";

/** Someone who has signed in on this tablet, and how much of theirs waits on it. */
export type PersonHere = PersonRow & { waiting: number };

/** Those who signed in here, the last one first. */
export async function peopleHere(db: AppDb): Promise<PersonHere[]> {
  const [people, outbox, uploads] = await Promise.all([
    db.people.toArray(),
    db.outbox.toArray(),
    db.uploads.where("state").anyOf("sending", "waiting").toArray(),
  ]);
  const waiting = Map.groupBy([...outbox, ...uploads], ({ authorId }) => authorId);
  return people
    .map((person) => ({ ...person, waiting: waiting.get(person.id)?.length ?? 0 }))
    .sort((a, b) => b.lastHereAt.localeCompare(a.lastHereAt));
}
