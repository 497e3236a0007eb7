import type { FiscalYear } from "../shared/fiscal-year.ts";
import { ok, type Result } from "../shared/result.ts";
import {
  changeSettings,
  currentPerson,
  enterPerson,
  leavePerson,
  readSettings,
} from "./db/settings.ts";
import type { Services } from "./services.ts";
import type { TransportError } from "./sync/transport-error.ts";

type SessionServices = Pick<Services, "db" | "transport" | "sync" | "now">;

/** A sign-out that is still on its way would take the next person's cookie with it. */
let ending: Promise<unknown> = Promise.resolve();

/**
 * Signs a person in on this tablet, which needs the server, and wakes the sync.
 *
 * @param entered `fiscalYear` is what the screens show from now on; null: always the current one
 */
export async function signIn(
  { db, transport, sync, now }: SessionServices,
  entered: { username: string; password: string; fiscalYear?: FiscalYear | null },
): Promise<Result<void, TransportError>> {
  await ending;
  const { username, password, fiscalYear } = entered;
  const { deviceId } = await readSettings(db);
  const session = await transport.signIn({ username: username.trim(), password, deviceId });
  if (!session.ok) return session;
  if (fiscalYear !== undefined) await changeSettings(db, { fiscalYear });
  await enterPerson(db, session.value, now());
  sync.wake();
  return ok(undefined);
}

/**
 * Leaves the tablet for good, with or without signal: the next time needs the password. What is
 * queued stays, and goes by itself (O9).
 */
export async function signOut({ db, transport }: SessionServices): Promise<void> {
  const person = await currentPerson(db);
  const { sessionOf } = await readSettings(db);
  await leavePerson(db);
  if (!person) return;
  await db.pins.delete(person.id);
  // A colleague's session, which the browser may carry instead, is not this person's to end.
  if (sessionOf !== person.id) return;
  await changeSettings(db, { sessionOf: null });
  ending = transport.signOut();
}
